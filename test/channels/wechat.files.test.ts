import { describe, expect, test } from 'vitest'
import { wechatScene } from './wechatScene.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n')
const at = wechatScene()

/** A clerk who holds the ticket sends a file. */
async function sendsFiles(...files: { name: string; type: string; content: Buffer }[]) {
  const { clerk, ticket } = await at.clerkOnIt()
  await at.wechat.product.settle()
  const { store } = at.wechat.product
  const ids: string[] = []
  for (const file of files) {
    const added = await store.attachments.add(ticket.conversationId, file, clerk.member.id)
    if (added.kind === 'stored') ids.push(added.id)
  }
  const send = async () => {
    await clerk.reply(ticket.id, clerk.member, { clientMessageId: 'f', text: '', attachments: ids })
    await at.wechat.product.settle()
  }
  return { clerk, ticket, ids, send }
}

const photo = { name: '水表.png', type: 'image/png', content: PNG }
const paper = { name: '公示.pdf', type: 'application/pdf', content: PDF }
const phone = () => at.wechat.platform.phone(at.owner.openid)

describe('a photo of staff', () => {
  test('goes as a picture, without words, and counts as a message', async () => {
    const { send } = await sendsFiles(photo)
    const before = phone().texts.length
    const counted = phone().afterSaid
    await send()
    expect(phone().files).toEqual([PNG])
    expect(phone().texts).toHaveLength(before)
    expect(phone().afterSaid).toBe(counted + 1)
    expect((await at.deliveries()).at(-1)).toBe('sent')
  })

  test.each(['busy', 'unavailable'] as const)('%s at the upload: tried again, and arrives once', async (mood) => {
    const { send } = await sendsFiles(photo)
    at.wechat.platform.mood = mood
    at.wechat.platform.moody = 2
    await send()
    expect(phone().files).toEqual([])
    await at.minutes(5)
    expect(phone().files).toEqual([PNG])
    expect((await at.deliveries()).at(-1)).toBe('sent')
  })

  test('an upload that times out has shown nobody anything, so that it is tried again', async () => {
    const { send } = await sendsFiles(photo)
    at.wechat.platform.mood = 'hang, then accepted'
    at.wechat.platform.moody = 1
    await send()
    await at.minutes(5)
    expect(phone().files).toEqual([PNG])
    expect(at.calls('/media/upload')).toBe(2)
  })

  test('a picture that is no picture to WeChat fails where staff see it', async () => {
    const { send } = await sendsFiles(photo)
    at.wechat.platform.mood = { errcode: 40009 }
    at.wechat.platform.moody = 1
    await send()
    await at.minutes(5)
    expect((await at.deliveries()).at(-1)).toBe('failed')
    expect(at.calls('/media/upload')).toBe(1)
  })
})

describe('a document of staff', () => {
  test('goes as an address that opens this file alone, for a week', async () => {
    await at.start({ PUBLIC_URL: 'https://wy.example.com/' })
    const { send, ticket } = await sendsFiles(paper, photo)
    await send()
    const said = phone().texts.at(-1) ?? ''
    expect(said).toMatch(
      /^【客服 王芳】文件《公示\.pdf》，点开看，链接过期了就找客服再要：https:\/\/wy\.example\.com\/channels\/files\//,
    )
    expect(phone().files).toEqual([PNG])
    const url = new URL(/https:\S+/.exec(said)?.[0] ?? '')
    const get = (path = url.pathname, query = url.search) => fetch(at.wechat.product.url + path + query)
    const given = await get()
    expect([given.status, Buffer.from(await given.arrayBuffer())]).toEqual([200, PDF])
    expect(given.headers.get('content-disposition')).toMatch(/^attachment; /)
    const ids = (await at.said()).at(-1)?.attachments?.map(({ id }) => id) ?? []
    const other = url.pathname.replace(ids[0] ?? '', ids[1] ?? '')
    expect(other).not.toBe(url.pathname)
    const later = url.search.replace(/t=\d+/, (t) => `t=${Number(t.slice(2)) + 1}`)
    for (const [path, query] of [
      [other, url.search],
      [url.pathname, ''],
      [url.pathname, later],
      [url.pathname, url.search.slice(0, -1)],
      [url.pathname.replace(ticket.conversationId, 'x'), url.search],
    ])
      expect((await get(path, query)).status).toBe(404)
    at.wechat.product.clock.forward(7 * 24 * 60 + 1)
    const late = await get()
    expect([late.status, await late.text()]).toEqual([404, expect.stringContaining('过期')])
    expect(await at.notes()).toEqual([])
  })

  test('where nobody can reach us the owner is told its name, and the clerk that it did not get there', async () => {
    const { send } = await sendsFiles(paper)
    await send()
    expect(phone().texts.at(-1)).toMatch(/文件《公示\.pdf》，微信里发不过来/)
    expect((await at.notes()).join()).toMatch(/《公示\.pdf》在微信里发不出去/)
  })
})

test('pictures are not joined to what waits when the count runs short', async () => {
  const { send, clerk, ticket } = await sendsFiles(photo)
  const writes = (text: string) => clerk.reply(ticket.id, clerk.member, { clientMessageId: text, text })
  await at.owner.says('在吗')
  for (const text of ['一', '二', '三']) {
    await writes(text)
    await at.wechat.product.settle()
  }
  await clerk.reply(ticket.id, clerk.member, { clientMessageId: '四', text: '四' })
  await send()
  expect(phone().files).toEqual([PNG])
  expect(phone().texts.at(-1)).toMatch(/四$/)
  expect(await at.deliveries()).not.toContain('failed')
})
