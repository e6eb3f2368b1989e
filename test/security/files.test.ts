import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { redrawn } from '../../http/image.ts'
import { openDesk, type TestClerk, type TestDesk } from '../desk/desk.ts'
import { call, newOwner, nextMessageId } from '../http/client.ts'
import { HEIC, PNG, photoFromAPhone } from '../support/pictures.ts'

const run = promisify(execFile)

let desk: TestDesk
let clerk: TestClerk
beforeAll(async () => {
  desk = await openDesk()
  clerk = await desk.clerk('王芳')
})
afterAll(() => desk.stop())

/** Kept and sent as it stands, as versions before kept it. */
async function sent(content: Uint8Array, type = 'image/png', name = 'a.png'): Promise<string> {
  const owner = await newOwner(desk.url)
  const added = await desk.store.attachments.add(owner.id, { name, type, content })
  if (added.kind === 'full') throw new Error('full')
  await owner.says('看图', { clientMessageId: nextMessageId(), attachments: [added.id] })
  return added.id
}

const asked = (id: string, headers: Record<string, string> = { cookie: clerk.cookie }) =>
  fetch(`${desk.url}/api/desk/attachments/${id}`, { headers, redirect: 'manual' })

async function addressOf(id: string): Promise<string> {
  const answer = await asked(id)
  expect([answer.status, await answer.text()]).toEqual([303, expect.not.stringContaining('PNG')])
  return `${desk.url}${answer.headers.get('location')}`
}

test('a session is told where a file is, and the file itself comes from a path that looks at no cookie', async () => {
  const id = await sent(PNG)
  const address = await addressOf(id)
  expect(address).toMatch(/\/files\/[\w-]+\?t=\d+\./)
  const file = await fetch(address)
  expect(file.status).toBe(200)
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(PNG)
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': expect.stringMatching(/^inline; filename="a.png"/),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  expect(file.headers.get('set-cookie')).toBeNull()
})

test('the cookie of a session opens nothing there; neither do another file’s address, a changed one or an old one', async () => {
  const [one, other] = [await sent(PNG), await sent(PNG)]
  const address = new URL(await addressOf(one))
  const ticket = address.searchParams.get('t') ?? ''
  const [until = '', mac = ''] = ticket.split('.')
  const cookie = { cookie: clerk.cookie }
  const tried = [
    `/files/${one}`,
    `/files/${one}?t=`,
    `/files/${one}?t=${ticket}&t=${ticket}`,
    `/files/${other}?t=${ticket}`,
    `/files/${one}?t=${Number(until) + 1}.${mac}`,
    `/files/${one}?t=${until}.${mac.toUpperCase()}`,
    `/files/..%2f${one}?t=${ticket}`,
    `/files/%00?t=${ticket}`,
  ]
  for (const path of tried)
    expect([path, (await call(`${desk.url}${path}`, { headers: cookie })).status]).toEqual([path, 404])
  desk.clock.forward(3)
  expect((await fetch(address)).status).toBe(404)
})

test('only who may see the file is told its address', async () => {
  const id = await sent(PNG)
  expect((await asked(id, {})).status).toBe(401)
  const elsewhere = await desk.clerk('周敏', 'staff', ['other'])
  expect((await asked(id, { cookie: elsewhere.cookie })).status).toBe(404)
  expect((await asked('no-such')).status).toBe(404)
})

test('as many pictures as may wait are painted; one more is told to come back, and the next is taken again', async () => {
  const photo = Buffer.from(await photoFromAPhone(64, 64))
  const at = Promise.allSettled(Array.from({ length: 30 }, () => redrawn(photo, 'image/jpeg')))
  const owner = await newOwner(desk.url)
  const form = new FormData()
  form.append('file', new Blob([PNG]), 'a.png')
  const headers = { authorization: `Bearer ${owner.token}` }
  const results = await at
  const refused = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
  expect(results.length - refused.length).toBe(13)
  expect(refused[0]?.reason).toMatchObject({ code: 'busy', details: { reason: 'pictures', retryAfterSeconds: 5 } })
  const after = await fetch(`${owner.url}/attachments`, { method: 'POST', body: form, headers })
  expect(after.status).toBe(201)
})

test('pictures of before are painted anew by one command; what cannot be is named and stays, what is plain is left', async () => {
  const old = await sent(await photoFromAPhone(), 'image/jpeg', 'a.jpg')
  const plain = await sent(PNG)
  const heic = await sent(HEIC, 'image/heic', 'a.heic')
  const repaint = () =>
    run('npx', ['tsx', 'scripts/privacy.ts', 'repaint'], { env: { ...process.env, DATA_DIR: desk.dataDir } })
  const { stdout } = await repaint()
  expect(stdout).toMatch(/1 pictures painted anew, \d+ were plain already, 1 stay as they are/)
  expect(stdout).toContain(`${heic}: image/heic cannot be painted anew`)
  const painted = Buffer.from((await desk.store.attachments.sent(old))?.content ?? [])
  expect((await sharp(painted).metadata()).exif).toBeUndefined()
  expect([...((await desk.store.attachments.sent(plain))?.content ?? [])]).toEqual([...PNG])
  expect((await repaint()).stdout).toMatch(/^.*stays as it is\n0 pictures painted anew/s)
  expect((await desk.store.audit.list({ action: 'pictures repainted' })).entries).toHaveLength(2)
})
