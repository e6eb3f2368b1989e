import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, type TestClerk, type TestDesk } from '../desk/desk.ts'
import { call, newOwner, type TestOwner } from '../http/client.ts'
import { PNG } from '../support/pictures.ts'
import { hostileClasses, hostileLines, kept, wellFormed } from './hostile/lines.ts'

/*
 * Whatever is written comes back as it was written, wherever it was written, and nothing breaks of it. That nothing of
 * it runs in a page is seen in a real Chromium (test/browser/hostile.test.ts).
 */

const MANY = '1000000'

let desk: TestDesk
let admin: TestClerk

beforeAll(async () => {
  desk = await openDesk({ LIMIT_CALLS: MANY, LIMIT_CONVERSATIONS: MANY, LIMIT_MESSAGES: MANY })
  admin = await desk.clerk('主管', 'admin')
})
afterAll(() => desk.stop())

test('the list is long enough, each line once in its class', () => {
  expect(hostileLines.length).toBeGreaterThan(500)
  for (const [name, lines] of hostileClasses) expect([name, new Set(lines).size]).toEqual([name, lines.length])
})

/** Fails on the first call that broke something. */
function unbroken(line: string, status: number): void {
  expect(status, JSON.stringify(line)).toBeLessThan(500)
}

describe.each(hostileClasses)('%s', (_name, lines) => {
  test('as a message, it is answered and kept as it was written', { timeout: 120_000 }, async () => {
    const owner = await newOwner(desk.url)
    for (const line of lines) {
      const { status, body } = await owner.says(line)
      if (kept(line).trim() === '') expect([line, status]).toEqual([line, 422])
      else expect([status, body.message?.text]).toEqual([200, kept(line)])
    }
    const read = (await owner.sees()).filter(({ from }) => from === 'owner').map(({ text }) => text)
    expect(read).toEqual(lines.map(kept).filter((line) => line.trim() !== ''))
  })

  test('as what is searched for, it finds or finds nothing', async () => {
    for (const line of lines) {
      const q = encodeURIComponent(wellFormed(line))
      for (const path of [`/tickets?q=${q}`, `/homes?q=${q}`, `/work-orders?q=${q}`, `/audit?q=${q}`])
        unbroken(line, (await admin.get(path)).status)
      unbroken(line, (await call(`${desk.url}/api/communities/${q}/public`)).status)
    }
  })

  test('as a note and a canned reply, it is kept', { timeout: 120_000 }, async () => {
    const { ticket } = await desk.handedOver()
    for (const line of lines) {
      const note = await admin.post(`/tickets/${ticket.id}/notes`, { text: line })
      unbroken(line, note.status)
      if (note.status === 201) expect(note.body).toMatchObject({ text: kept(line).trim() })
      unbroken(line, (await admin.post('/canned', { shortcut: line, text: line })).status)
    }
  })

  test('as words, home and phone that a clerk takes down, it breaks nothing', { timeout: 120_000 }, async () => {
    // Each opens a ticket: a few of every class.
    for (const line of lines.slice(0, 12)) {
      const said = { community: 'demo', channel: 'phone', kind: 'ticket', text: line }
      const taken = await admin.post('/intake', { ...said, home: line.slice(0, 90), contact: line.slice(0, 30) })
      unbroken(line, taken.status)
      unbroken(line, (await admin.post('/intake/suggest', { community: 'demo', text: line })).status)
    }
  })
})

test('as the name of a file, it is one line that no header breaks of', { timeout: 60_000 }, async () => {
  const owner = await newOwner(desk.url)
  for (const line of hostileLines.filter((_, place) => place % 3 === 0)) {
    const form = new FormData()
    form.append('file', new Blob([PNG]), wellFormed(line))
    const headers = { authorization: `Bearer ${owner.token}` }
    const sent = await fetch(`${owner.url}/attachments`, { method: 'POST', body: form, headers })
    unbroken(line, sent.status)
    if (sent.status !== 201) continue
    const { attachmentId } = (await sent.json()) as { attachmentId: string }
    const file = await fetch(`${owner.url}/attachments/${attachmentId}`, { headers })
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toMatch(
      /^inline; filename="[\w.-]*"(?:; filename\*=UTF-8''[\w%.~!*'()-]*)?$/,
    )
  }
})

test('the record is whole after all of it', async () => {
  const owner: TestOwner = await newOwner(desk.url)
  expect((await owner.says('物业费怎么交')).status).toBe(200)
  expect((await call(`${desk.url}/readyz`)).status).toBe(200)
})
