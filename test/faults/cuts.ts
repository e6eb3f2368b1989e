import { get, type IncomingMessage } from 'node:http'
import { createParser } from 'eventsource-parser'
import type { Message } from '../../bot/types.ts'
import { seeded } from '../channels/loopback.ts'
import { type Answer, call, type Said } from '../http/client.ts'
import type { Installation, Pair } from './installation.ts'
import { answered, opened, QUESTIONS, type Tally, TRIES } from './owners.ts'

export interface CutOptions {
  /** Of all readers together. */
  cuts: number
  /** Owners, each with a page that reads along. */
  readers: number
  /** Of one instance or the other, in turns: each cuts all that read there at once. */
  kills: number
}

export interface CutReport extends Tally {
  cuts: number
  /** Streams that ended by themselves: the instance was killed. */
  ended: number
  heard: number
  findings: string[]
}

/** So many bytes of a stream are read before it is cut, often in the middle of an event. */
const LEAST_BYTES = 40
const MOST_BYTES = 4000
const SEED = 20_261_124
const DEADLINE_MS = 60_000

/** Owners talk at two instances and read along; every stream is cut again and again and taken up at the other one. */
export async function cutStreams(
  { pair, record }: Installation,
  { cuts, readers, kills }: CutOptions,
): Promise<CutReport> {
  const tally: Tally = { acknowledged: 0, broken: 0 }
  const plan = new CutPlan(cuts)
  const all = await Promise.all(
    Array.from({ length: readers }, async () => new Reader(pair, await opened(pair, tally), plan)),
  )
  const read = all.map((reader) => reader.read())
  const restarts: Promise<number>[] = []
  const talk = async (reader: Reader): Promise<void> => {
    for (let n = 0; plan.left > 0; n++) {
      const due = restarts.length < kills && plan.done >= (cuts * (restarts.length + 1)) / (kills + 1)
      if (due) restarts.push(previous(restarts).then(() => pair.killAndRestart()))
      await say(pair, reader, tally, n)
    }
  }
  await Promise.all(all.map(talk))
  await Promise.all(restarts)
  const findings: string[] = []
  for (const reader of all) reader.finish((await messagesOf(record, reader)).length)
  await Promise.all(read)
  for (const reader of all) findings.push(...findingsOf(reader, await messagesOf(record, reader)))
  const heard = all.reduce((sum, { seen }) => sum + seen.length, 0)
  const ended = all.reduce((sum, reader) => sum + reader.ended, 0)
  return { ...tally, cuts: plan.done, ended, heard, findings }
}

const previous = (restarts: Promise<number>[]): Promise<number> => restarts.at(-1) ?? Promise.resolve(0)

const messagesOf = (record: Installation['record'], { owner }: Reader): Promise<Message[]> =>
  record.conversations.messages(owner.conversationId, 0, 100_000)

async function say(pair: Pair, { owner }: Reader, tally: Tally, n: number): Promise<void> {
  const body = { clientMessageId: `m${n}`, text: QUESTIONS[n % QUESTIONS.length] ?? '' }
  const said = (url: string): Promise<Answer<Said>> =>
    call(`${url}/api/conversations/${owner.conversationId}/messages`, { token: owner.token, body })
  if (!(await answered(pair, tally, TRIES, said))) throw new Error('a message was never answered')
  tally.acknowledged += 1
}

/** How many cuts are still to be made, and where each falls. */
class CutPlan {
  done = 0
  readonly #random = seeded(SEED)

  constructor(readonly all: number) {}

  get left(): number {
    return this.all - this.done
  }

  /** Bytes until the next one; endless once all are made. */
  next(): number {
    return this.left > 0 ? LEAST_BYTES + Math.floor(this.#random() * MOST_BYTES) : Number.POSITIVE_INFINITY
  }
}

/** A page that reads along: whatever ends its stream, it comes back with what it heard last. */
class Reader {
  readonly seen: Message[] = []
  ended = 0
  #wanted: number | undefined
  #last = 0
  #response: IncomingMessage | undefined

  constructor(
    private readonly pair: Pair,
    readonly owner: { conversationId: string; token: string },
    private readonly plan: CutPlan,
  ) {}

  async read(): Promise<void> {
    while (!this.#isDone()) {
      const response = await this.#open().catch(() => undefined)
      if (response) await this.#readOne(response, this.plan.next())
    }
  }

  /** The conversation has so many messages, and no more will follow. */
  finish(messages: number): void {
    this.#wanted = messages
    if (this.#isDone()) this.#response?.destroy()
    setTimeout(() => {
      // What is missing is found afterwards.
      this.#wanted = 0
      this.#response?.destroy()
    }, DEADLINE_MS).unref()
  }

  #isDone(): boolean {
    return this.#wanted !== undefined && this.#last >= this.#wanted
  }

  async #open(): Promise<IncomingMessage> {
    const url = `${await this.pair.url()}/api/conversations/${this.owner.conversationId}/events`
    const headers = { authorization: `Bearer ${this.owner.token}`, 'last-event-id': String(this.#last) }
    const response = await new Promise<IncomingMessage>((done, failed) => {
      get(url, { headers, agent: false }, done).once('error', failed)
    })
    if (response.statusCode !== 200) throw new Error(`the stream was refused: ${response.statusCode}`)
    this.#response = response
    return response
  }

  async #readOne(response: IncomingMessage, bytes: number): Promise<void> {
    const parser = createParser({ onEvent: ({ event, id, data }) => this.#hear(event, id, data) })
    const decoder = new TextDecoder()
    let left = bytes
    try {
      for await (const piece of response as AsyncIterable<Buffer>) {
        parser.feed(decoder.decode(piece.subarray(0, Math.max(0, left)), { stream: true }))
        left -= piece.length
        // To leave the loop destroys the connection.
        if (left <= 0 || this.#isDone()) break
      }
    } catch {
      // Cut off from the other side, or done.
    }
    if (left <= 0) this.plan.done += 1
    else if (!this.#isDone()) this.ended += 1
  }

  #hear(event: string | undefined, id: string | undefined, data: string): void {
    if (event !== 'message' || id === undefined) return
    this.seen.push(JSON.parse(data) as Message)
    this.#last = Number(id)
  }
}

/** Each message once, in order, as the record has it. */
function findingsOf({ owner, seen }: Reader, kept: Message[]): string[] {
  const findings: string[] = []
  if (seen.length !== kept.length) findings.push(`${owner.conversationId}: heard ${seen.length} of ${kept.length}`)
  const wrong = kept.findIndex(({ id, seq }, n) => seen[n]?.id !== id || seen[n]?.seq !== seq || seq !== n + 1)
  if (wrong >= 0) findings.push(`${owner.conversationId}: heard ${seen[wrong]?.seq} where ${wrong + 1} stands`)
  return findings
}
