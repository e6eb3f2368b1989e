import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../../bot/ports.ts'
import type { Conversation, Home } from '../../bot/types.ts'
import { openStore } from '../../store/open.ts'
import { hashToken, newId, newToken, systemClock } from '../../wire/ids.ts'
import { call } from '../http/client.ts'
import { newDataDir } from '../http/server.ts'
import { type KillableServer, startKillable } from './process.ts'

export interface PushOptions {
  subscribers: number
  /** The first as soon as something is sent, the others at equal shares of it. */
  kills: number
}

export interface PushReport {
  kills: number
  /** How many were to be told, and how many messages there were of it. */
  concerned: number
  told: number
  /** How many messages had been sent at each kill. */
  sentAtKill: number[]
  /** From the change to the last message, the restarts within. */
  seconds: number
  findings: string[]
}

/** So many set out at once. */
const TOGETHER = 500
const HOUR_MS = 3_600_000
const DEADLINE_MS = 240_000
const STATE = '右侧电梯修好了'
/** Every fifth lives where the change is not. */
const homeOf = (n: number): Home => ({ building: n % 5 === 4 ? '3' : '5', unit: '2' })
const isConcerned = (n: number): boolean => homeOf(n).building === '5'

/** Kills the server while it tells many owners of one change; then counts what each of them got. */
export async function killDuringPushes({ subscribers, kills }: PushOptions): Promise<PushReport> {
  const dataDir = await newDataDir()
  const file = join(dataDir, 'qiao.db')
  const settings = { KNOWLEDGE_DIR: alwaysAwake(dataDir) }
  const owners = await withStore(file, (store) => subscribeAll(store, subscribers))
  const server = startKillable(dataDir, settings)
  try {
    await server.url()
    const store = await openStore({ file, clock: systemClock, newId, shared: true })
    const concerned = owners.filter((_id, n) => isConcerned(n)).length
    const sent = await announceAndKill(server, store, { concerned, kills })
    const findings = await findingsOf(store, owners)
    await store.close()
    return { kills, concerned, ...sent, ...findings }
  } finally {
    await server.end()
    rmSync(dataDir, { recursive: true })
  }
}

/** The knowledge without quiet hours, so that it is sent at whatever hour this runs. */
function alwaysAwake(dataDir: string): string {
  const folder = join(dataDir, 'knowledge')
  cpSync('knowledge', folder, { recursive: true })
  const community = join(folder, 'communities/demo/community.yaml')
  writeFileSync(community, readFileSync(community, 'utf8').replace(/^quietHours: .*$/m, 'quietHours: 00:00-00:00'))
  return folder
}

async function withStore<T>(file: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ file, clock: systemClock, newId })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

async function subscribeAll(store: Store, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < count; from += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, n) => from + n)
    ids.push(...(await Promise.all(numbers.map((n) => subscribeOne(store, homeOf(n))))))
  }
  return ids
}

async function subscribeOne(store: Store, home: Home): Promise<string> {
  const input = { community: 'demo', locale: 'zh', channel: 'web', tokenHash: '' } as const
  const conversation: Conversation = await store.conversations.create(input)
  const { id: conversationId, version: expectedVersion, memory } = conversation
  await store.conversations.accept(conversationId, { clientMessageId: '1', text: '有消息告诉我' })
  const turn = { conversationId, expectedVersion, memory, seq: 1, stage: 'bot', locale: 'zh', replies: [] } as const
  await store.conversations.commitTurn({ ...turn, replies: [], subscribe: { topic: 'lift', home } })
  return conversationId
}

async function announceAndKill(
  server: KillableServer,
  store: Store,
  { concerned, kills }: { concerned: number; kills: number },
): Promise<{ sentAtKill: number[]; seconds: number }> {
  const headers = await aSession(store)
  const lift = (await store.board.list('demo')).find(({ topic }) => topic === 'lift')
  const path = `${await server.url()}/api/desk/status-board/${lift?.id}`
  const began = performance.now()
  const body = { revision: lift?.revision, state: STATE }
  const changed = await call(path, { method: 'PATCH', headers, body })
  if (changed.status !== 200) throw new Error(`refused with ${changed.status}: ${changed.text}`)
  const sentAtKill: number[] = []
  for (let n = 0; n < kills; n++) {
    sentAtKill.push(await untilSent(store, 1 + (concerned * n) / kills))
    await server.killAndRestart()
  }
  await untilSent(store, concerned)
  return { sentAtKill, seconds: (performance.now() - began) / 1000 }
}

async function aSession(store: Store): Promise<Record<string, string>> {
  const [id, csrf] = [newToken(), newToken()]
  const member = await store.staff.add({ name: '王芳', role: 'staff', passwordHash: '' })
  const expiresAt = new Date(systemClock.now().getTime() + HOUR_MS).toISOString()
  await store.staff.openSession({ idHash: hashToken(id), staffId: member.id, csrf, expiresAt })
  return { cookie: `qiao=${id}`, 'x-csrf-token': csrf }
}

/** Resolves when so many are sent, with how many they are then. */
async function untilSent(store: Store, wanted: number): Promise<number> {
  const deadline = performance.now() + DEADLINE_MS
  for (;;) {
    const { sent } = await store.outbox.counts()
    if (sent >= wanted) return sent
    if (performance.now() > deadline) throw new Error(`${sent} of ${wanted} sent after ${DEADLINE_MS / 1000} s`)
  }
}

async function findingsOf(store: Store, owners: string[]): Promise<{ told: number; findings: string[] }> {
  const findings: string[] = []
  let told = 0
  for (const [n, id] of owners.entries()) {
    const messages = await store.conversations.messages(id, 0, 500)
    const got = messages.filter(({ text }) => text.includes(STATE)).length
    told += got
    const wanted = isConcerned(n) ? 1 : 0
    if (got !== wanted) findings.push(`${id}: told ${got} times and should have been ${wanted} times`)
    const gap = messages.findIndex(({ seq }, index) => seq !== index + 1)
    if (gap >= 0) findings.push(`${id}: seq ${messages[gap]?.seq} stands where ${gap + 1} should`)
  }
  const { pending, leased, unknown, dead } = await store.outbox.counts()
  const left = pending + leased + unknown + dead
  return { told, findings: left ? [...findings, `${left} messages have not gone out`] : findings }
}
