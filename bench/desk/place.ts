import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { conversationToken } from '../../http/token.ts'
import { searchWords } from '../../intents/searchWords.ts'
import { openStore } from '../../store/open.ts'
import { hashToken, newId, newToken, systemClock } from '../../wire/ids.ts'
import { type Seeded, seedTickets } from './seed.ts'

export interface Clerk {
  cookie: string
  csrf: string
}

export interface Place {
  url: string
  clerks: Clerk[]
  /** Those that are open, with the owners' tokens. */
  open: (Seeded & { token: string })[]
  stop(): Promise<void>
}

const LIFE_MS = 12 * 3_600_000

/** A record with so many tickets and clerks, and the product over it in a process of its own. */
export async function openPlace(count: { tickets: number; open: number; clerks: number }): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qiao-bench-'))
  if (existsSync('dist/model')) cpSync('dist/model', join(dataDir, 'model'), { recursive: true })
  const file = join(dataDir, 'qiao.db')
  const store = await openStore({ file, clock: systemClock, newId, words: searchWords, pushesWorkOrders: false })
  const clerks: Clerk[] = []
  const ids: string[] = []
  for (let index = 0; index < count.clerks; index++) {
    const { id } = await store.staff.add({ name: `客服${index}`, role: 'staff', passwordHash: '' })
    const [session, csrf] = [newToken(), newToken()]
    const expiresAt = new Date(Date.now() + LIFE_MS).toISOString()
    await store.staff.openSession({ idHash: hashToken(session), staffId: id, csrf, expiresAt })
    clerks.push({ cookie: `qiao=${session}`, csrf })
    ids.push(id)
  }
  const tokens = Array.from({ length: count.tickets }, () => newToken())
  const all = await seedTickets(
    store,
    { tickets: count.tickets, ended: count.tickets - count.open },
    ids[0]!,
    (index) => hashToken(tokens[index]!),
  )
  const open = all.slice(count.tickets - count.open).map((one, index) => ({
    ...one,
    token: conversationToken(one.conversationId, tokens[count.tickets - count.open + index]!),
  }))
  // The other half waits.
  for (const [index, { ticketId }] of open.slice(0, Math.max(ids.length, open.length / 2)).entries())
    await store.tickets.claim(ticketId, ids[index % ids.length]!, '客服接手了')
  await store.close()
  const { url, child } = await startServer(dataDir)
  return {
    url,
    clerks,
    open,
    stop: async () => {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function startServer(dataDir: string): Promise<{ url: string; child: ChildProcess }> {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/desk/server.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  return new Promise((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    child.stdout.on('data', (data: Buffer) => {
      const [, url] = /listening (\S+)/.exec(String(data)) ?? []
      if (url) ready({ url, child })
    })
  })
}
