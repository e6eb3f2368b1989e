import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk, type TestClerk, type TestDesk } from '../desk/desk.ts'
import { bomb, GIF, HEIC, JPEG, moving, PNG, photoFromAPhone, WEBP } from '../support/pictures.ts'
import { call, newOwner, nextMessageId, type Said, type TestOwner } from './client.ts'

let desk: TestDesk
let clerk: TestClerk

beforeAll(async () => {
  desk = await openDesk()
  clerk = await desk.clerk('王芳')
})
afterAll(() => desk.stop())

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))),
  )
const zeros = (count: number): number[] => new Array(count).fill(0)

const AMR = bytes('#!AMR\n', zeros(40))
const PDF = bytes('%PDF-1.4\n%äüöß\n1 0 obj\n')
const mp4 = (brand: string, handler: string) =>
  bytes([0, 0, 0, 24], `ftyp${brand}`, zeros(4), `${brand}isom`, [0, 0, 0, 33], 'hdlr', zeros(8), handler, zeros(13))
const webm = (codec: string) =>
  bytes([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84], 'webm', [0x86, 0x86], codec, zeros(20))

const ASF_HEAD = [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11, 0xa6, 0xd9, ...zeros(40)]
const ASF = bytes(ASF_HEAD)

/** Uploads as a browser does. */
async function upload(
  owner: TestOwner,
  content: Uint8Array<ArrayBuffer>,
  name = 'a.png',
  headers: Record<string, string> = {},
) {
  const form = new FormData()
  form.append('file', new Blob([content]), name)
  const response = await fetch(`${owner.url}/attachments`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${owner.token}`, ...headers },
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, string> }
}

const idOf = async (owner: TestOwner, content = PNG, name = 'a.png') =>
  (await upload(owner, content, name)).body.attachmentId ?? ''

const say = (owner: TestOwner, attachments: string[], text = '', clientMessageId = nextMessageId()) =>
  call<Said>(`${owner.url}/messages`, { token: owner.token, body: { clientMessageId, text, attachments } })

test('a photo: uploaded, sent without a word, shown in the message, and given back', async () => {
  const owner = await newOwner(desk.url)
  const id = await idOf(owner, PNG, '漏水 (1).png')
  const sent = await say(owner, [id])
  expect(sent.status).toBe(200)
  expect(sent.body.message.attachments).toEqual([{ id, name: '漏水 (1).png', type: 'image/png', size: PNG.length }])
  expect(sent.body.replies[0]?.text).toMatch(/看不懂照片/)
  expect(sent.body.state.stage).toBe('waiting')
  const file = await fetch(`${owner.url}/attachments/${id}`, { headers: { authorization: `Bearer ${owner.token}` } })
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(PNG)
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `inline; filename="____1_.png"; filename*=UTF-8''%E6%BC%8F%E6%B0%B4%20%281%29.png`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': "sandbox; default-src 'none'",
  })
})

test.each([
  ['png', PNG, 'image/png'],
  ['jpeg', JPEG, 'image/jpeg'],
  ['gif', GIF, 'image/gif'],
  ['webp', WEBP, 'image/webp'],
  ['amr', AMR, 'audio/amr'],
  ['wav', bytes('RIFF', [36, 0, 0, 0], 'WAVEfmt ', zeros(20)), 'audio/wav'],
  ['mp3', bytes('ID3', [3, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0x64], zeros(60)), 'audio/mpeg'],
  ['ogg', bytes('OggS', zeros(24), 'OpusHead', zeros(20)), 'audio/ogg'],
  ['m4a', mp4('M4A ', 'soun'), 'audio/mp4'],
  ['m4a of a phone', mp4('mp42', 'soun'), 'audio/mp4'],
  ['webm of a microphone', webm('A_OPUS'), 'audio/webm'],
  ['pdf', PDF, 'application/pdf'],
])('%s is taken, by its content and not its name', async (_name, content, type) => {
  const owner = await newOwner(desk.url)
  const sent = await say(owner, [await idOf(owner, content, 'setup.exe')])
  expect(sent.body.message.attachments).toMatchObject([{ type, name: expect.stringMatching(/^setup\.(?!exe)/) }])
})

test.each([
  ['words', bytes('just words')],
  ['a page', bytes('<!doctype html><script>alert(1)</script>')],
  ['a drawing with scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['an archive', bytes('PK', [3, 4], zeros(40))],
  ['a film of Windows', ASF],
  ['such a film behind the tag of a song', bytes('ID3', [3, 0, 0, 0, 0, 0, 0], ASF_HEAD)],
  ['a film', mp4('isom', 'vide')],
  ['a film in WebM', webm('V_VP8')],
  ['nothing', bytes('')],
])('%s is refused in words, whatever its name', async (_name, content) => {
  const refused = await upload(await newOwner(desk.url), content, 'photo.jpg')
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'bad_input', title: expect.stringContaining('这种文件收不了') },
  })
})

/** What is given back of a picture that was uploaded. */
async function kept(content: Uint8Array<ArrayBuffer>): Promise<Buffer> {
  const owner = await newOwner(desk.url)
  const headers = { authorization: `Bearer ${owner.token}` }
  const file = await fetch(`${owner.url}/attachments/${await idOf(owner, content, 'a.jpg')}`, { headers })
  expect(file.status).toBe(200)
  return Buffer.from(await file.arrayBuffer())
}

test('a photo of a phone held upside down stands upright, and says neither where nor with what it was taken', async () => {
  const taken = Buffer.from(await photoFromAPhone())
  const { exif, orientation } = await sharp(taken).metadata()
  expect([exif?.includes('Kamera'), orientation]).toEqual([true, 3])
  const photo = await kept(new Uint8Array(taken))
  const read = await sharp(photo).metadata()
  expect(read).toMatchObject({ format: 'jpeg', width: 16, height: 32 })
  for (const beside of ['exif', 'icc', 'xmp', 'iptc', 'orientation', 'comments'])
    expect(read).not.toHaveProperty(beside)
  expect(photo.includes('Kamera')).toBe(false)
  const pixels = await sharp(photo).raw().toBuffer()
  const [top, bottom] = [pixels.subarray(0, 3), pixels.subarray(-3)]
  expect([Number(top[0]) > 150, Number(bottom[0]) > 150]).toEqual([true, false])
})

test('what hangs behind the end of a picture, or stands in a text of it, is not kept', async () => {
  const said = await sharp(PNG)
    .withExif({ IFD0: { ImageDescription: 'home 501' } })
    .png()
    .toBuffer()
  expect(said.includes('home 501')).toBe(true)
  const photo = await kept(bytes([...said], '<script>PK\u0003\u0004'))
  expect(photo).toEqual(Buffer.from(PNG))
})

test('what moves goes on moving; a long film in a picture stands still at its first', async () => {
  const frames = async (content: Uint8Array<ArrayBuffer>) =>
    (await sharp(await kept(content), { animated: true }).metadata()).pages ?? 1
  expect(await frames(await moving(3, 8, 8))).toBe(3)
  expect(await frames(await moving(17, 1000, 1000))).toBe(1)
})

test('a large photo is kept as large as it takes to read a meter', async () => {
  expect(await sharp(await kept(await bomb(6000, 3000))).metadata()).toMatchObject({ width: 4096, height: 2048 })
})

test.each([
  ['that breaks off', async () => JPEG.slice(0, JPEG.length / 2)],
  ['that begins as one and is none', async () => bytes([0x89], 'PNG\r\n', [0x1a, 10, 0, 0, 0, 13], 'IHDR', zeros(40))],
  ['of 81 million pixels in few bytes', () => bomb(9000, 9000)],
  ['as HEIC, which nobody at the desk could open', async () => HEIC],
])('a picture %s is refused, and what to do is said', async (_name, made) => {
  const refused = await upload(await newOwner(desk.url), await made(), 'a.jpg')
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'bad_input', title: expect.stringMatching(/图片打不开.*截一张图.*JPG/) },
  })
})

test('over 10 MB is refused, exactly 10 MB is not', async () => {
  const owner = await newOwner(desk.url)
  const sized = (size: number) => {
    const content = new Uint8Array(size)
    content.set(PNG)
    return content
  }
  expect((await upload(owner, sized(10 * 2 ** 20))).status).toBe(201)
  const large = await upload(owner, sized(10 * 2 ** 20 + 1))
  expect(large).toMatchObject({ status: 413, body: { code: 'too_large', title: expect.stringContaining('10 MB') } })
})

test('a name with tricks is kept plain', async () => {
  const owner = await newOwner(desk.url)
  const sent = await say(owner, [await idOf(owner, PDF, '../../etc/账单\u202egnp.exe')])
  expect(sent.body.message.attachments?.[0]?.name).toBe('账单gnp.pdf')
  const url = `${owner.url}/attachments/${sent.body.message.attachments?.[0]?.id}`
  const { headers } = await fetch(url, { headers: { authorization: `Bearer ${owner.token}` } })
  expect(headers.get('content-disposition')).toMatch(/^attachment; /)
})

test('nobody else gets it: another owner 404, no token 401, staff only once it is sent', async () => {
  const [owner, other] = [await newOwner(desk.url), await newOwner(desk.url)]
  const id = await idOf(owner)
  expect((await call(`${other.url}/attachments/${id}`, { token: other.token })).status).toBe(404)
  expect((await call(`${owner.url}/attachments/${id}`, { token: other.token })).status).toBe(404)
  expect((await call(`${owner.url}/attachments/${id}`)).status).toBe(401)
  expect((await clerk.get(`/attachments/${id}`)).status).toBe(404)
  await say(owner, [id])
  const seen = await clerk.get(`/attachments/${id}`)
  expect(seen.status).toBe(200)
  expect(seen.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  expect((await call(`${desk.url}/api/desk/attachments/${id}`)).status).toBe(401)
  expect((await say(other, [id])).body).toMatchObject({ code: 'bad_request', field: 'attachments' })
})

test('the same clientMessageId with the same files is the same message, with others a conflict', async () => {
  const owner = await newOwner(desk.url)
  const [one, two] = [await idOf(owner), await idOf(owner, JPEG)]
  const key = nextMessageId()
  const first = await say(owner, [one], '', key)
  const again = await say(owner, [one], '', key)
  expect(again.body.message).toEqual(first.body.message)
  expect(again.body.replies).toEqual(first.body.replies)
  expect((await say(owner, [two], '', key)).status).toBe(409)
  expect((await say(owner, [one], '', nextMessageId())).body).toMatchObject({ code: 'bad_request' })
})

test('at most nine, each once, and without any the text may not be empty', async () => {
  const owner = await newOwner(desk.url)
  const id = await idOf(owner)
  for (const ids of [[id, id], Array.from({ length: 10 }, (_, n) => `x${n}`)])
    expect((await say(owner, ids)).body).toMatchObject({ code: 'bad_request' })
  expect((await say(owner, [])).body).toMatchObject({ code: 'empty_text' })
})

test('the twenty-first of a day is refused with how long to wait', async () => {
  const owner = await newOwner(desk.url)
  for (let n = 0; n < 20; n++) expect((await upload(owner, PNG)).status).toBe(201)
  const refused = await upload(owner, PNG, 'a.png', { 'accept-language': 'en' })
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many', title: expect.stringContaining('20') } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3600)
})

test('no file, or under another name, is no upload', async () => {
  const owner = await newOwner(desk.url)
  const form = new FormData()
  form.append('photo', new Blob([PNG]), 'a.png')
  const headers = { authorization: `Bearer ${owner.token}` }
  const other = await fetch(`${owner.url}/attachments`, { method: 'POST', body: form, headers })
  expect(other.status).toBe(422)
  expect((await call(`${owner.url}/attachments`, { token: owner.token, body: {} })).body).toMatchObject({
    code: 'bad_request',
  })
})
