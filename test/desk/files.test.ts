import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Message } from '../../bot/types.ts'
import { nextMessageId } from '../http/client.ts'
import { PNG } from '../support/pictures.ts'
import { openDesk, type TestClerk, type TestDesk } from './desk.ts'

let desk: TestDesk
let wang: TestClerk
let li: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  wang = await desk.clerk('王芳')
  li = await desk.clerk('李娜')
})
afterAll(() => desk.stop())

const PDF = new Uint8Array(Buffer.from('%PDF-1.4\n1 0 obj\n'))

/** Uploads as the desk's page does. */
async function upload(clerk: TestClerk, ticketId: string, content = PNG, name = '水表.png') {
  const form = new FormData()
  form.append('file', new Blob([content]), name)
  const response = await fetch(`${desk.url}/api/desk/tickets/${ticketId}/attachments`, {
    method: 'POST',
    body: form,
    headers: { cookie: clerk.cookie, 'x-csrf-token': clerk.csrf },
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

const reply = (clerk: TestClerk, ticketId: string, attachments: string[], more: object = {}) =>
  clerk.post<{ message: Message; code?: string; field?: string }>(`/tickets/${ticketId}/messages`, {
    clientMessageId: nextMessageId(),
    text: '',
    attachments,
    ...more,
  })

/** A ticket that 王芳 holds, and its owner. */
async function held() {
  const { owner, ticket } = await desk.handedOver()
  await wang.post(`/tickets/${ticket.id}/claim`)
  return { owner, ticketId: ticket.id }
}

test('a photo and a document: the owner sees both, fetches them with the token, and nobody else does', async () => {
  const { owner, ticketId } = await held()
  const photo = (await upload(wang, ticketId)).body.attachmentId ?? ''
  const paper = (await upload(wang, ticketId, PDF, '../收费 公示.exe')).body.attachmentId ?? ''
  const get = (id: string, token = owner.token) =>
    fetch(`${owner.url}/attachments/${id}`, { headers: { authorization: `Bearer ${token}` } })
  expect((await get(photo)).status).toBe(404)
  const sent = await reply(wang, ticketId, [photo, paper], { text: '您看这张表' })
  expect(sent.status).toBe(200)
  const [last] = (await owner.sees()).slice(-1)
  expect(last).toMatchObject({
    from: 'staff',
    author: '王芳',
    text: '您看这张表',
    attachments: [
      { id: photo, name: '水表.png', type: 'image/png' },
      { id: paper, name: '收费 公示.pdf', type: 'application/pdf' },
    ],
  })
  const file = await get(photo)
  expect([file.status, new Uint8Array(await file.arrayBuffer())]).toEqual([200, PNG])
  expect((await get(photo, 'x')).status).toBe(401)
  const other = await desk.handedOver()
  expect(
    (
      await fetch(`${other.owner.url}/attachments/${photo}`, {
        headers: { authorization: `Bearer ${other.owner.token}` },
      })
    ).status,
  ).toBe(404)
  expect((await wang.get(`/attachments/${paper}`)).headers.get('content-disposition')).toMatch(/^attachment; /)
})

test('a photo without a word; the same call again is the same message; the photo goes once', async () => {
  const { owner, ticketId } = await held()
  const photo = (await upload(wang, ticketId)).body.attachmentId ?? ''
  const key = { clientMessageId: 'once' }
  const first = await reply(wang, ticketId, [photo], key)
  expect((await reply(wang, ticketId, [photo], key)).body).toEqual(first.body)
  expect((await owner.sees()).filter(({ attachments }) => attachments)).toHaveLength(1)
  expect((await reply(wang, ticketId, [photo])).body).toMatchObject({ code: 'bad_request', field: 'attachments' })
})

test("the holder alone: a colleague, another's file, an owner's, and one of another ticket are refused", async () => {
  const { owner, ticketId } = await held()
  expect(await upload(li, ticketId)).toMatchObject({ status: 409, body: { code: 'conflict', holder: '王芳' } })
  const waiting = (await desk.handedOver()).ticket.id
  expect((await upload(wang, waiting)).status).toBe(409)
  expect((await upload(wang, 'none')).status).toBe(404)
  const elsewhere = (await upload(wang, (await held()).ticketId)).body.attachmentId ?? ''
  const owners = await desk.store.attachments.add(owner.id, { name: 'a.png', type: 'image/png', content: PNG })
  for (const id of [elsewhere, owners.kind === 'stored' ? owners.id : '', 'none'])
    expect((await reply(wang, ticketId, [id])).body).toMatchObject({ code: 'bad_request', field: 'attachments' })
  const mine = (await upload(wang, ticketId)).body.attachmentId ?? ''
  const stolen = await owner.says('看', { attachments: [mine] })
  expect(stolen.body).toMatchObject({ code: 'bad_request', field: 'attachments' })
  const guest = await fetch(`${desk.url}/api/desk/tickets/${ticketId}/attachments`, { method: 'POST' })
  expect(guest.status).toBe(401)
})

test('the same checks as owners’ files: by content, 10 MB, twenty a day, each once, nine at most', async () => {
  const { ticketId } = await held()
  const words = new Uint8Array(Buffer.from('just words'))
  expect(await upload(wang, ticketId, words, 'photo.jpg')).toMatchObject({ status: 422, body: { code: 'bad_input' } })
  const large = new Uint8Array(10 * 2 ** 20 + 1)
  large.set(PNG)
  expect(await upload(wang, ticketId, large)).toMatchObject({ status: 413, body: { code: 'too_large' } })
  const one = (await upload(wang, ticketId)).body.attachmentId ?? ''
  for (const ids of [[one, one], Array.from({ length: 10 }, (_, n) => `x${n}`), []])
    expect((await reply(wang, ticketId, ids)).body).toMatchObject({ code: 'bad_request' })
  for (let n = 1; n < 20; n++) expect((await upload(wang, ticketId)).status).toBe(201)
  expect(await upload(wang, ticketId)).toMatchObject({ status: 429, body: { code: 'too_many' } })
})

test('what is promised beside a photo is held back as ever, and the photo is still there to be sent', async () => {
  const { ticketId } = await held()
  const photo = (await upload(wang, ticketId)).body.attachmentId ?? ''
  const key = { clientMessageId: nextMessageId(), text: '明天下午三点一定通气。' }
  const held_ = await reply(wang, ticketId, [photo], key)
  expect(held_).toMatchObject({ status: 409, body: { code: 'promise' } })
  const { confirmToken } = held_.body as unknown as { confirmToken: string }
  const sent = await reply(wang, ticketId, [photo], { ...key, confirm: confirmToken })
  expect(sent.body.message.attachments).toMatchObject([{ id: photo }])
})

test('who uploaded what stands in the audit', async () => {
  const { ticketId } = await held()
  await upload(wang, ticketId)
  const { entries } = await desk.store.audit.list({ subject: ticketId })
  expect(entries[0]).toMatchObject({
    who: { name: '王芳' },
    action: 'POST /tickets/:id/attachments',
    after: { file: '水表.png', bytes: PNG.length },
  })
})
