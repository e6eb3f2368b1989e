import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../bot/ports.ts'
import { openStore } from '../../store/open.ts'
import { aConversation, countingIds, handClock } from './fixtures.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
const CALLERS = 8
const PLENTY = 100_000

let folder: string
let file: string
let children: ChildProcess[]
const newId = countingIds()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qiao-process-'))
  file = join(folder, 'qiao.db')
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

function open(shared = false): Promise<Store> {
  return openStore({ file, clock: handClock(), newId, shared })
}

async function withRecord<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await open()
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Starts the other process; every line it says goes to `hears`. Resolves with its lines when it has ended. */
async function other(
  args: (string | number)[],
  hears: (lines: string[], child: ChildProcess) => void,
): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, file, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines: string[] = []
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(line)
    hears(lines, child)
  }
  await ended
  return lines
}

/** Lets it accept messages from the number `first` on, and kills it in the midst. */
async function killed(id: string, first: number, afterLines: number): Promise<string[]> {
  const lines = await other([id, first, first + PLENTY], (heard, child) => {
    if (heard.length === afterLines) child.kill('SIGKILL')
  })
  expect(children.at(-1)?.signalCode).toBe('SIGKILL')
  expect(lines[0]).toBe('begun')
  expect(lines.length).toBeLessThan(PLENTY)
  return lines.filter((line) => line.startsWith('stored'))
}

test('killed again and again, it has lost nothing that it acknowledged', async () => {
  const { id } = await withRecord((store) => aConversation(store))
  const acknowledged: string[] = []
  let first = 1
  let kills = 0
  for (const afterLines of [2, 60, 333]) {
    acknowledged.push(...(await killed(id, first, afterLines)))
    kills += 1
    const stored = await withRecord(async (store) => {
      const all = []
      for (let after = 0; ; after += 500) {
        const some = await store.conversations.messages(id, after, 500)
        all.push(...some)
        if (some.length < 500) break
      }
      expect(await store.conversations.unfinished()).toHaveLength(all.length)
      return all
    })
    expect(stored.map((message) => message.seq)).toEqual(stored.map((_, n) => n + 1))
    expect(new Set(stored.map((message) => message.text)).size).toBe(stored.length)
    const lines = new Set(stored.map((message) => `stored ${message.seq} ${message.text}`))
    for (const line of acknowledged) expect(lines).toContain(line)
    // Only what was on its way when it was killed may be stored without an acknowledgement.
    expect(stored.length - acknowledged.length).toBeLessThanOrEqual(CALLERS * kills)
    first = stored.length + CALLERS + 1
  }
}, 60_000)

test('a second process is refused while the first has the record open, and not afterwards', async () => {
  const store = await open()
  const { id } = await aConversation(store)
  expect(await other([id], () => undefined)).toEqual(['refused store_locked'])
  await expect(open()).rejects.toMatchObject({ code: 'store_locked' })
  await store.ping()
  await store.close()
  expect(await other([id], () => undefined)).toEqual(['begun'])
}, 30_000)

test('a short staff command joins while another process has the record open', async () => {
  const { id } = await withRecord((store) => aConversation(store))
  let joined: Promise<unknown> | undefined
  await other([id, 1, PLENTY], (lines, child) => {
    if (lines.length !== 20) return
    joined = (async () => {
      const store = await open(true)
      await store.staff.add({ name: '王芳', role: 'admin', passwordHash: 'scrypt' })
      await store.close()
      await expect(open()).rejects.toMatchObject({ code: 'store_locked' })
    })().finally(() => child.kill('SIGKILL'))
  })
  await joined
  expect(joined).toBeDefined()
  expect(await withRecord((store) => store.staff.list())).toMatchObject([{ name: '王芳', role: 'admin' }])
}, 30_000)
