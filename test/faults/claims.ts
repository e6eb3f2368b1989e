import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from '../../bot/ports.ts'
import { hashToken, newToken } from '../../wire/ids.ts'
import { call } from '../http/client.ts'
import { aHandoff } from '../store/fixtures.ts'
import { openInstallation, type Pair } from './installation.ts'

export interface ClaimOptions {
  clerks: number
  tickets: number
  /** How many clerks want each. */
  wantedBy: number
  kills: number
}

export interface ClaimReport {
  claims: number
  won: number
  /** Calls that broke off or were told to come again, and were made again. */
  broken: number
  findings: string[]
}

interface Clerk {
  name: string
  headers: Record<string, string>
}

const TRIES = 200
const AGAIN_MS = 100

/** Clerks claim the same tickets at two instances, which are killed meanwhile; then it is counted who has each. */
export async function claimDuringKills(options: ClaimOptions): Promise<ClaimReport> {
  const folder = manyTicketsEach(options.tickets)
  const { pair, record, stop } = await openInstallation({ KNOWLEDGE_DIR: folder })
  try {
    const clerks = await Promise.all(Array.from({ length: options.clerks }, (_, n) => signIn(record, `客服${n}`)))
    const tickets: string[] = []
    for (let n = 0; n < options.tickets; n++) tickets.push((await aHandoff(record)).ticketId)
    const { winners, ...counts } = await race(pair, clerks, tickets, options)
    return { ...counts, findings: await findingsOf(record, tickets, winners) }
  } finally {
    await stop()
    rmSync(folder, { recursive: true })
  }
}

/** The knowledge with a compound in which one clerk may hold them all. */
function manyTicketsEach(tickets: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'qiao-knowledge-'))
  cpSync('knowledge', folder, { recursive: true })
  const community = join(folder, 'communities/demo/community.yaml')
  const text = readFileSync(community, 'utf8')
  writeFileSync(community, text.replace(/mostTickets: \d+/, `mostTickets: ${tickets}`))
  return folder
}

async function signIn(record: Store, name: string): Promise<Clerk> {
  const [id, csrf] = [newToken(), newToken()]
  const member = await record.staff.add({ name, role: 'staff', passwordHash: '' })
  const expiresAt = new Date(Date.now() + 12 * 3_600_000).toISOString()
  await record.staff.openSession({ idHash: hashToken(id), staffId: member.id, csrf, expiresAt })
  return { name, headers: { cookie: `qiao=${id}`, 'x-csrf-token': csrf } }
}

/** Each clerk goes through the tickets in the same order, so that those who want one meet at it. */
async function race(pair: Pair, clerks: Clerk[], tickets: string[], { wantedBy, kills }: ClaimOptions) {
  const winners = new Map<string, string[]>(tickets.map((id) => [id, []]))
  const restarts: Promise<number>[] = []
  const all = tickets.length * wantedBy
  let [claims, broken] = [0, 0]
  const claim = async (id: string, { name, headers }: Clerk): Promise<void> => {
    for (let tries = 0; tries < TRIES; tries++) {
      const path = `${await pair.url()}/api/desk/tickets/${id}/claim`
      const answer = await call(path, { method: 'POST', headers }).catch(() => undefined)
      if (answer?.status === 200) winners.get(id)?.push(name)
      if (answer?.status === 200 || answer?.status === 409) return
      if (answer && answer.status !== 503) throw new Error(`refused with ${answer.status}: ${answer.text}`)
      broken += 1
      // The record is busy; one is told to come again.
      if (answer) await wait(AGAIN_MS)
    }
    throw new Error('a claim was never answered')
  }
  const work = async (clerk: Clerk, place: number): Promise<void> => {
    for (const [n, id] of tickets.entries()) {
      if ((place + n) % Math.floor(clerks.length / wantedBy) !== 0) continue
      await claim(id, clerk)
      claims += 1
      if (restarts.length < kills && claims >= (all * (restarts.length + 1)) / (kills + 1))
        restarts.push(previous(restarts).then(() => pair.killAndRestart()))
    }
  }
  await Promise.all(clerks.map(work))
  await Promise.all(restarts)
  return { claims, won: [...winners.values()].flat().length, broken, winners }
}

/** A kill waits until the one before has come back. */
const previous = (restarts: Promise<number>[]): Promise<number> => restarts.at(-1) ?? Promise.resolve(0)

async function findingsOf(record: Store, tickets: string[], winners: Map<string, string[]>): Promise<string[]> {
  const findings: string[] = []
  for (const id of tickets) {
    const ticket = await record.tickets.find(id)
    const won = winners.get(id) ?? []
    if (won.length !== 1) findings.push(`${id} was won by ${won.length}: ${won.join(', ')}`)
    else if (ticket?.assignee !== won[0]) findings.push(`${id} was won by ${won[0]} and is held by ${ticket?.assignee}`)
  }
  return findings
}
