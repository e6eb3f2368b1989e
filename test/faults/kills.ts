import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../store/open.ts'
import { newId, systemClock } from '../../wire/ids.ts'
import { newDataDir } from '../http/server.ts'
import { type BesideOptions, beside } from './beside.ts'
import { findingsOf } from './findings.ts'
import { mannerOf, type Story, type Tally, transcript, UNLIMITED, visit } from './owners.ts'
import { type KillableServer, startKillable } from './process.ts'

export interface KillOptions extends BesideOptions {
  /** How often each owner asks all questions. */
  rounds: number
  kills: number
}

export interface KillReport extends Tally {
  conversations: number
  kills: number
  /** Milliseconds from each kill until the next process served. */
  restartMs: number[]
  /** What went wrong, in words; empty when nothing did. */
  findings: string[]
}

/** Kills the server again and again during conversations, then reads every one of them against an undisturbed one. */
export async function killDuring(options: KillOptions): Promise<KillReport> {
  const dataDir = await newDataDir()
  const server = startKillable(dataDir, UNLIMITED)
  try {
    const calm: Tally = { acknowledged: 0, broken: 0 }
    const model = await visit(server, 'patient', calm, options.rounds)
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

async function disturb(server: KillableServer, options: KillOptions) {
  const tally: Tally = { acknowledged: 0, broken: 0 }
  const restartMs: number[] = []
  const stories: Story[] = []
  const kill = async (): Promise<void> => {
    restartMs.push(await server.killAndRestart())
  }
  await beside(Array(options.kills).fill(kill), options, async (n) => {
    stories.push(await visit(server, mannerOf(n), tally, options.rounds))
  })
  return { ...tally, conversations: stories.length, kills: restartMs.length, restartMs, stories }
}

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
