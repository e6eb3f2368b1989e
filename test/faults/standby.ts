import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from '../../bot/ports.ts'
import { openStore } from '../../store/open.ts'
import { newId, systemClock } from '../../wire/ids.ts'
import { notReady } from '../../wire/ready.ts'
import { aConversation, says } from '../store/fixtures.ts'
import { TestPostgres } from '../support/services/postgres.ts'

export interface StandbyOptions {
  conversations: number
  /** Messages that are acknowledged before the primary is killed under those that follow. */
  before: number
  /** How often, each with a primary and a standby of its own. */
  failovers: number
}

export interface StandbyReport {
  acknowledged: number
  findings: string[]
}

const LOOK_EVERY_MS = 20
const TRIES = 3000

/** Kills a primary under load, makes its synchronous standby the primary, and looks for all that was acknowledged. */
export async function failOver(options: StandbyOptions): Promise<StandbyReport> {
  const report: StandbyReport = { acknowledged: 0, findings: [] }
  for (let n = 0; n < options.failovers; n++) {
    const primary = await TestPostgres.start({ durable: true })
    try {
      await failOverOnce(primary, options, report)
    } finally {
      await primary.stop()
    }
  }
  return report
}

async function failOverOnce(primary: TestPostgres, options: StandbyOptions, report: StandbyReport): Promise<void> {
  const standby = await primary.standby()
  try {
    await waitFor(primary)
    const acknowledged = await talkUntilKilled(primary, options)
    const record = await open(standby.urlOf('postgres'))
    const refused = await notReady(record)
    if (!/only be read/.test(refused ?? '')) report.findings.push(`a standby says ${refused ?? 'that it is ready'}`)
    await standby.promote()
    await until(async () => (await notReady(record)) === undefined)
    for (const [id, texts] of acknowledged) {
      report.acknowledged += texts.length
      report.findings.push(...(await findingsOf(record, id, texts)))
    }
    await record.close()
  } finally {
    await standby.stop()
  }
}

const open = (url: string): Promise<Store> => openStore({ url, clock: systemClock, newId })

/** From here on it acknowledges only what the standby has too. */
async function waitFor(primary: TestPostgres): Promise<void> {
  await primary.query(`alter system set synchronous_standby_names = 'standby'`)
  await primary.query('select pg_reload_conf()')
  await until(async () => {
    const [row] = await primary.query(`select count(*)::int as n from pg_stat_replication where sync_state = 'sync'`)
    return row?.n === 1
  })
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries === TRIES) throw new Error('waited for in vain')
    await wait(LOOK_EVERY_MS)
  }
}

/** What was acknowledged in each conversation, in order. */
async function talkUntilKilled(primary: TestPostgres, options: StandbyOptions): Promise<Map<string, string[]>> {
  const record = await open(primary.urlOf('postgres'))
  const ids = await Promise.all(
    Array.from({ length: options.conversations }, async () => (await aConversation(record)).id),
  )
  const acknowledged = new Map(ids.map((id) => [id, [] as string[]]))
  let count = 0
  const talk = async (id: string): Promise<void> => {
    for (let n = 0; ; n += 1) {
      await says(record, id, `话${n}`)
      acknowledged.get(id)?.push(`话${n}`)
      count += 1
    }
  }
  const talks = ids.map((id) => talk(id).catch((error: { code?: string }) => error.code ?? String(error)))
  await until(async () => count > options.before)
  await primary.kill()
  const endings = new Set(await Promise.all(talks))
  if ([...endings].join() !== 'store_unavailable') throw new Error(`ended with ${[...endings].join(', ')}`)
  await record.close()
  return acknowledged
}

async function findingsOf(record: Store, id: string, texts: string[]): Promise<string[]> {
  const kept = await record.conversations.messages(id, 0, 100_000)
  const findings: string[] = []
  if (kept.some(({ seq }, n) => seq !== n + 1)) findings.push('has a gap')
  if (texts.some((text, n) => kept[n]?.text !== text)) findings.push('lost what was acknowledged, or its order')
  // At most the one whose answer never came.
  if (kept.length - texts.length > 1) findings.push(`holds ${kept.length} of ${texts.length} messages`)
  // Sent again, as its owner would, it is stored once.
  const next = { clientMessageId: `话${texts.length}`, text: `话${texts.length}` }
  const again = await record.conversations.accept(id, next)
  const wanted = kept.length > texts.length ? 'repeated' : 'stored'
  if (again.kind !== wanted) findings.push(`sent again it was ${again.kind}`)
  return findings.map((finding) => `${id}: ${finding}`)
}
