import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from '../../bot/ports.ts'
import { call } from '../http/client.ts'
import type { Installation } from './installation.ts'
import { QUESTIONS } from './owners.ts'

export interface TakeoverOptions {
  /** How often the first instance dies. */
  rounds: number
  /** Owners who write to it, each all at once what they have to ask, again and again. */
  owners: number
  /** Whether the dead instance starts anew at once, beside the work of the other, or when that is measured. */
  restartAtOnce: boolean
}

export interface TakeoverReport {
  rounds: TakeoverTimes[]
  /** What undisturbed owners waited for an answer, the middle one, in milliseconds: how busy the machine is otherwise. */
  undisturbed: number
}

/** Milliseconds from one kill. */
export interface TakeoverTimes {
  /** Messages that it had accepted and not answered. */
  left: number
  /** Until the first of them was answered by the survivor of itself, and the last. */
  first: number
  last: number
  /** Until what an owner wrote to the survivor right after, in a conversation that the dead one held, was answered. */
  written: number
}

interface Left {
  conversationId: string
  seq: number
}

const LOOK_EVERY_MS = 20
const DEADLINE_MS = 60_000

/** Kills the instance at which all owners write, and looks how long its work lies before the other has done it. */
export async function takeOverAfterKills(
  installation: Installation,
  options: TakeoverOptions,
): Promise<TakeoverReport> {
  const undisturbed = await middleAnswer(await installation.pair.at(1))
  const rounds: TakeoverTimes[] = []
  for (let n = 0; n < options.rounds; n++) rounds.push(await round(installation, options))
  return { rounds, undisturbed }
}

async function round({ pair, record }: Installation, options: TakeoverOptions): Promise<TakeoverTimes> {
  const [dying, survivor] = [await pair.at(0), await pair.at(1)]
  const owners = await Promise.all(Array.from({ length: options.owners }, () => opened(dying)))
  // Until it breaks off.
  const talks = owners.map((owner) => talk(dying, owner).catch(() => undefined))
  await untilOwed(record, options.owners)
  const measured = new AbortController()
  const until = options.restartAtOnce ? undefined : once(measured.signal, 'abort')
  const began = performance.now()
  const restarted = pair.kill(0, until)
  const left = await record.conversations.unfinished()
  const held = owners.find(({ id }) => left.some(({ conversationId }) => conversationId === id))
  const [times, written] = await Promise.all([
    // What is written to the conversation that was held makes its earlier messages be answered too.
    answeredAfter(
      record,
      left.filter(({ conversationId }) => conversationId !== held?.id),
      began,
    ),
    held ? ask(survivor, held, QUESTIONS[0], 'after').then(() => performance.now() - began) : 0,
  ])
  measured.abort()
  await restarted
  await Promise.all(talks)
  return { left: left.length, ...times, written }
}

const UNDISTURBED = 15

async function middleAnswer(url: string): Promise<number> {
  const owner = await opened(url)
  const took: number[] = []
  for (let n = 0; n < UNDISTURBED; n++) {
    const began = performance.now()
    await ask(url, owner, QUESTIONS[n % QUESTIONS.length], `undisturbed ${n}`)
    took.push(performance.now() - began)
  }
  return took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0
}

interface Owner {
  id: string
  token: string
}

async function opened(url: string): Promise<Owner> {
  const { body } = await call<{ conversationId: string; token: string }>(`${url}/api/conversations`, { body: {} })
  return { id: body.conversationId, token: body.token }
}

/** All that there is to ask at once, and again when it is answered, for as long as somebody is there. */
async function talk(url: string, owner: Owner): Promise<never> {
  for (let n = 0; ; n++)
    await Promise.all(QUESTIONS.map((text, place) => ask(url, owner, text, `question ${n} ${place}`)))
}

/** Resolves when it is answered. */
async function ask(url: string, { id, token }: Owner, text = '', clientMessageId = ''): Promise<void> {
  for (;;) {
    const path = `${url}/api/conversations/${id}/messages`
    const { status } = await call(path, { token, body: { clientMessageId, text } })
    if (status !== 202) return
  }
}

/** When the record holds so many messages that are not answered. */
async function untilOwed(record: Store, count: number): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS
  while ((await record.conversations.unfinished()).length < count)
    if (performance.now() > deadline) throw new Error('the instance answered quicker than owners wrote')
}

async function answeredAfter(record: Store, left: Left[], began: number): Promise<{ first: number; last: number }> {
  const keys = new Set(left.map(keyOf))
  let first: number | undefined
  for (;;) {
    const open = (await record.conversations.unfinished()).filter((one) => keys.has(keyOf(one)))
    const after = performance.now() - began
    if (open.length < left.length) first ??= after
    if (open.length === 0) return { first: first ?? 0, last: after }
    if (after > DEADLINE_MS) throw new Error(`${open.length} messages were left unanswered`)
    await wait(LOOK_EVERY_MS)
  }
}

const keyOf = ({ conversationId, seq }: Left): string => `${conversationId} ${seq}`
