import type { Elsewhere } from '../../bot/elsewhere.ts'
import type { Store } from '../../bot/ports.ts'
import type { TurnAnswer } from '../../bot/turn.ts'
import type { ChannelName, Classifier, Conversation, Locale, Message, StaffMember } from '../../bot/types.ts'
import { HandOn } from '../../desk/handOn.ts'
import { DeskIncidents } from '../../desk/incidents.ts'
import { DeskWork } from '../../desk/work.ts'
import { DeskOrders } from '../../desk/workOrders.ts'
import { formatHome, maskPersonal } from '../../intents/entities/index.ts'
import { maskNames } from '../../intents/secondOpinion/names.ts'
import { maskAbuse } from '../../intents/tone/index.ts'
import { loadKnowledge } from '../../knowledge/load.ts'
import type { Knowledge } from '../../knowledge/types.ts'
import { inProcessLive } from '../../live/inProcess.ts'
import type { Board } from '../../records/board.ts'
import type { Outbox, Senders } from '../../records/outbox.ts'
import type { Overdue } from '../../records/overdue.ts'
import type { Release } from '../../records/release.ts'
import { openStore } from '../../store/open.ts'
import { seedBoards, wireBrain } from '../../wire/brain.ts'
import { hashToken, newId, newToken } from '../../wire/ids.ts'
import { hideNumbers } from '../../wire/publicNumbers.ts'
import { shippedClassifier } from '../../wire/shippedModel.ts'
import { type TestClock, testClock } from './clock.ts'

export const knowledge: Knowledge = loadKnowledge('knowledge')
/** Trained once and kept, by the hash of the examples. */
export const shipped: Promise<Classifier> = shippedClassifier(knowledge, 'dist/model')

/** The whole path of a message over a record in memory, driven as a transcript. */
export interface TestQiao {
  store: Store
  clock: TestClock
  board: Board
  elsewhere: Elsewhere
  outbox: Outbox
  overdue: Overdue
  release: Release
  handOn: HandOn
  owner(locale?: Locale, channel?: ChannelName): Promise<Owner>
  clerk(name: string): Promise<Clerk>
  orders: DeskOrders
  incidents: DeskIncidents
  errors: unknown[]
}

export interface Owner {
  id: string
  says(text: string, choice?: string, attachments?: string[]): Promise<TurnAnswer>
  /** Uploads a file of this type and gives its id. */
  uploads(type: string): Promise<string>
  /** Taps the button with this title under the last reply that had one. */
  taps(title: string): Promise<TurnAnswer>
  /** Text of what the bot said to the last message, all replies together. */
  readonly lastReply: string
  readonly last: TurnAnswer
  conversation(): Promise<Conversation>
  sees(): Promise<Message[]>
}

export interface Clerk extends DeskWork {
  member: StaffMember
}

export async function openQiao(
  options: { classifier?: Classifier; at?: string; senders?: Senders } = {},
): Promise<TestQiao> {
  const clock = testClock(options.at)
  const classifier = options.classifier ?? (await shipped)
  const store = await openStore({ file: ':memory:', clock, newId })
  await seedBoards(knowledge, store, clock)
  const errors: unknown[] = []
  const live = inProcessLive((error) => errors.push(error))
  const report = (error: unknown) => errors.push(error)
  const { senders = {} } = options
  const brain = wireBrain({ knowledge, store, live, clock, classifier: () => classifier, senders, report })
  const promiseKey = newToken()
  const intents = [...knowledge.entries.values()].map(({ id, title }) => ({ id, title }))
  const place = (building: string, locale: Locale) => formatHome({ building }, locale)
  const spoken = {
    say: brain.catalogue.say,
    promisesIn: brain.promisesIn,
    time: brain.time,
    promiseKey,
    intents,
    place,
    maskAbuse,
    maskNumbers: (text: string, of = {}) => hideNumbers(knowledge, text, of),
  }
  return {
    store,
    clock,
    errors,
    orders: new DeskOrders({ store, live, ...spoken }),
    incidents: new DeskIncidents({ store, live, ...spoken }),
    board: brain.board,
    elsewhere: brain.elsewhere,
    outbox: brain.outbox,
    overdue: brain.overdue,
    release: brain.release,
    handOn: new HandOn({ store, live, say: brain.catalogue.say }),
    owner: (locale = 'zh', channel = 'web') => newOwner(store, (id, seq) => brain.turns.run(id, seq), locale, channel),
    clerk: async (name) => {
      const member = await store.staff.add({ name, role: 'staff', passwordHash: '' })
      return Object.assign(
        new DeskWork({
          store,
          live,
          say: brain.catalogue.say,
          showTyping: brain.showTyping,
          promisesIn: brain.promisesIn,
          promiseKey,
          maskAbuse,
          maskNumbers: (text: string, of = {}) => hideNumbers(knowledge, text, of),
          maskNames,
          maskPersonal,
          stamp: brain.stamp,
          mostTickets: () => 10,
        }),
        {
          member,
        },
      )
    },
  }
}

async function newOwner(
  store: Store,
  run: (id: string, seq: number) => Promise<TurnAnswer>,
  locale: Locale,
  channel: ChannelName,
): Promise<Owner> {
  const { id } = await store.conversations.create({
    community: 'demo',
    locale,
    channel,
    tokenHash: hashToken(newToken()),
  })
  let last: TurnAnswer | undefined
  const says = async (text: string, choice?: string, attachments?: string[]): Promise<TurnAnswer> => {
    const more = { ...(choice ? { choice } : {}), ...(attachments ? { attachments } : {}) }
    const incoming = { clientMessageId: newId(), text, ...more }
    const accepted = await store.conversations.accept(id, incoming)
    if (accepted.kind === 'conflict') throw new Error('a message id was given twice')
    last = await run(id, accepted.message.seq)
    return last
  }
  return {
    id,
    says,
    uploads: async (type) => {
      const added = await store.attachments.add(id, { name: 'a', type, content: Buffer.from('a') })
      if (added.kind === 'full') throw new Error('the day is full')
      return added.id
    },
    taps: async (title) => {
      const choices = (last?.replies ?? []).flatMap((reply) => reply.choices ?? [])
      const choice = choices.find((candidate) => candidate.title === title)
      if (!choice)
        throw new Error(`no button “${title}” among ${choices.map((candidate) => candidate.title).join(', ')}`)
      return says(choice.title, choice.value)
    },
    get lastReply() {
      return (last?.replies ?? []).map((reply) => reply.text).join('\n')
    },
    get last() {
      if (!last) throw new Error('nothing was said yet')
      return last
    },
    conversation: async () => (await store.conversations.find(id)) as Conversation,
    sees: () => store.conversations.messages(id, 0, 500),
  }
}
