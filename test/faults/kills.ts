import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../store/open.ts'
import { newId, systemClock } from '../../wire/ids.ts'
import { newDataDir } from '../http/server.ts'
import { findingsOf } from './findings.ts'
import { type Manner, QUESTIONS, type Story, type Tally, transcript, visit } from './owners.ts'
import { type KillableServer, startKillable } from './process.ts'

export interface KillOptions {
  conversations: number
  kills: number
  /** How many owners are there at once. */
  together: number
}

export interface KillReport extends Tally {
  kills: number
  /** Milliseconds from each kill until the next process served. */
  restartMs: number[]
  /** What went wrong, in words; empty when nothing did. */
  findings: string[]
}

/** Kills the server again and again during conversations, then reads every one of them against an undisturbed one. */
export async function killDuring(options: KillOptions): Promise<KillReport> {
  const dataDir = await newDataDir()
  const server = startKillable(dataDir)
  try {
    const calm: Tally = { acknowledged: 0, broken: 0 }
    const model = await visit(server, 'patient', calm, () => undefined)
    const undisturbed = await transcript(await server.url(), model)
    const { stories, ...report } = await disturb(server, options)
    const url = await server.url()
    const findings = []
    for (const story of stories) findings.push(...findingsOf(story, await transcript(url, story), undisturbed))
    await server.end()
    return { ...report, findings: [...findings, ...(await unanswered(dataDir))] }
  } finally {
    await server.end()
    rmSync(dataDir, { recursive: true })
  }
}

async function disturb(server: KillableServer, { conversations, kills, together }: KillOptions) {
  const tally: Tally = { acknowledged: 0, broken: 0 }
  const restarts: Promise<number>[] = []
  let calls = 0
  const expectedCalls = conversations * QUESTIONS.length
  // Spread over the run; each falls on a call that has just gone out, with others under way.
  const onCall = (): void => {
    calls += 1
    const due = restarts.length < kills && calls >= (expectedCalls * (restarts.length + 1)) / (kills + 2)
    if (due) restarts.push(previous(restarts).then(() => server.killAndRestart()))
  }
  const stories: Story[] = []
  let next = 0
  const seat = async (): Promise<void> => {
    while (next < conversations) stories.push(await visit(server, mannerOf(next++), tally, onCall))
  }
  await Promise.all(Array.from({ length: together }, seat))
  const restartMs = await Promise.all(restarts)
  return { ...tally, kills: restartMs.length, restartMs, stories }
}

/** A kill waits until the one before has come back. */
const previous = (restarts: Promise<number>[]): Promise<number> => restarts.at(-1) ?? Promise.resolve(0)

const MANNERS: Manner[] = ['patient', 'hasty', 'patient', 'hasty', 'gone']
const mannerOf = (n: number): Manner => MANNERS[n % MANNERS.length] ?? 'patient'

/** Nothing may be left without its turn. */
async function unanswered(dataDir: string): Promise<string[]> {
  const store = await openStore({ file: join(dataDir, 'qiao.db'), clock: systemClock, newId })
  try {
    return (await store.conversations.unfinished()).map(
      ({ conversationId, seq }) => `${conversationId}: ${seq} unanswered`,
    )
  } finally {
    await store.close()
  }
}
