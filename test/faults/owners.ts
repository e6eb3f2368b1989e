import { setTimeout as wait } from 'node:timers/promises'
import type { Message } from '../../bot/types.ts'
import { type Answer, call, type Said } from '../http/client.ts'
import type { KillableServer } from './process.ts'

/** What each owner asks; the answers depend on nothing but the words. */
export const QUESTIONS = ['物业费怎么交', '垃圾分类怎么弄', '停车费多少钱', '快递放哪里', '怎么开发票']

/** Calls before an owner gives up: far more than restarts need. */
export const TRIES = 100
const AGAIN_MS = 100

/**
 * How an owner goes about it: `patient` asks one by one, `hasty` all at once, `gone` one by one and goes away for good
 * at the first call that fails.
 */
export type Manner = 'patient' | 'hasty' | 'gone'

export interface Story {
  manner: Manner
  id: string
  token: string
  /** What was acknowledged to the owner, as the server told it. */
  acknowledged: Message[]
}

/** Counts of all owners together. */
export interface Tally {
  acknowledged: number
  /** Calls that broke off or met a server that was down. */
  broken: number
}

/** Where an owner goes. */
export type Served = Pick<KillableServer, 'url'>

/**
 * One owner's whole visit; calls that break off are made again with the same clientMessageId.
 *
 * @param rounds how often all is asked
 */
export async function visit(server: Served, manner: Manner, tally: Tally, rounds = 1): Promise<Story> {
  const { conversationId: id, token } = await opened(server, tally)
  const story: Story = { manner, id, token, acknowledged: [] }
  const ask = async (text: string, n: number): Promise<boolean> => {
    const body = { clientMessageId: `question ${n}`, text }
    const tries = manner === 'gone' ? 1 : TRIES
    const said = await answered<Said>(server, tally, tries, (url) =>
      call(`${url}/api/conversations/${id}/messages`, { token, body }),
    )
    if (!said) return false
    story.acknowledged.push(said.message)
    tally.acknowledged += 1
    return true
  }
  for (let round = 0; round < rounds; round++) {
    const first = round * QUESTIONS.length
    if (manner === 'hasty') await Promise.all(QUESTIONS.map((text, n) => ask(text, first + n)))
    else for (const [n, text] of QUESTIONS.entries()) if (!(await ask(text, first + n))) return story
  }
  return story
}

/** A conversation of its own. */
export async function opened(server: Served, tally: Tally) {
  const body = {}
  const open = (url: string) => call<{ conversationId: string; token: string }>(`${url}/api/conversations`, { body })
  const answer = await answered(server, tally, TRIES, open)
  if (!answer) throw new Error('no conversation could be opened')
  return answer
}

/** The body of the first complete answer; undefined after so many tries without one. */
export async function answered<Body>(
  server: Served,
  tally: Tally,
  tries: number,
  make: (url: string) => Promise<Answer<Body>>,
): Promise<Body | undefined> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const url = await server.url()
    const answer = await make(url).catch(() => undefined)
    if (answer?.status === 503) {
      // The record is away; it is told to come again.
      tally.broken += 1
      await wait(AGAIN_MS)
      continue
    }
    // 202: stored, and the replies will come; the same call again waits for them.
    if (answer && answer.status !== 202) {
      if (answer.status >= 300) throw new Error(`refused with ${answer.status}: ${answer.text}`)
      return answer.body
    }
    if (!answer) tally.broken += 1
  }
  return undefined
}

const MANNERS: Manner[] = ['patient', 'hasty', 'patient', 'hasty', 'gone']
/** Of the owner with this number. */
export const mannerOf = (n: number): Manner => MANNERS[n % MANNERS.length] ?? 'patient'

/** So that one address may do all of it. */
export const UNLIMITED = { LIMIT_CONVERSATIONS: '1000000', LIMIT_MESSAGES: '1000000' }

/** The whole conversation as its owner sees it now. */
export async function transcript(url: string, { id, token }: Pick<Story, 'id' | 'token'>): Promise<Message[]> {
  const path = `${url}/api/conversations/${id}/messages?limit=500`
  return (await call<{ messages: Message[] }>(path, { token })).body.messages
}
