import type { Outcome, Turn, WorkOrder } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { asksProgress, type Leaning, leaningOf } from './followWords.ts'
import { fixOf } from './formFixes.ts'
import { saysCancel, saysYes } from './formWords.ts'
import { withdrawOrder } from './orders.ts'
import { canBeFollowed, namesFollowed } from './subscribe.ts'
import { asksToBeTold } from './subscribeWords.ts'

/** Characters up to which a message may lean on what came before; English words are longer. */
const SHORT = { zh: 16, en: 48 }

type Answer = (intent: string) => Promise<Outcome>

/** What a follow-up is about. */
interface Before {
  entry: KnowledgeEntry
  /** The work order that this conversation opened for it. */
  order: WorkOrder | undefined
}

/**
 * A short message that needs what came before: “电话多少”, “那周末呢”, “归谁管”, “那我怎么办”.
 * Undefined when nothing came before, or when the message stands by itself.
 */
export async function followUp(kit: HandlerKit, turn: Turn, answer: Answer): Promise<Outcome | undefined> {
  const before = await whatCameBefore(kit, turn)
  const text = turn.text.trim()
  if (!before || text.length > (/\p{Script=Han}/u.test(text) ? SHORT.zh : SHORT.en)) return undefined
  const filed = turn.conversation.memory.form ? undefined : afterFiling(kit, before, turn)
  if (filed) return filed
  if (turn.choice) return undefined
  if (before.entry.id === 'subscribe.status' && namesFollowed(text)) return answer('subscribe.status')
  if (canBeFollowed(before.entry.id) && asksToBeTold(text)) return answer('subscribe.status')
  if (before.order && asksProgress(text)) return answer('repair.progress')
  const leaning = leaningOf(text)
  return leaning && answerTo(kit, leaning, before, turn, answer)
}

async function whatCameBefore(kit: HandlerKit, turn: Turn): Promise<Before | undefined> {
  const { memory, id } = turn.conversation
  const entry = memory.lastIntent ? kit.knowledge.entries.get(memory.lastIntent) : undefined
  if (!entry) return undefined
  const orders = entry.kind === 'action' || entry.id === 'repair.progress' ? await kit.records.workOrders(id) : []
  const order = orders.find((each) => each.intent === entry.id || entry.id === 'repair.progress')
  return { entry, order }
}

/** Words that steer a form, said when it is over: nothing is filed twice, nothing is changed unseen. */
function afterFiling(kit: HandlerKit, { entry, order }: Before, turn: Turn): Outcome | undefined {
  const voice = voiceOf(kit, turn)
  const { text, choice } = turn
  const yes = choice === 'yes' || (!choice && saysYes(text))
  const cancels = choice === 'cancel' || (!choice && saysCancel(text))
  const fixes = choice === 'change' || (order !== undefined && fixOf(text, order.slots) !== undefined)
  if (!order) return yes || cancels ? reply(entry, voice.say('follow_ok'), turn) : undefined
  const { number } = order
  if (yes) return reply(entry, voice.say('already_filed', { number }), turn)
  if (cancels) return withdrawOrder(kit, turn, order)
  if (!fixes) return undefined
  return {
    action: 'handoff',
    intent: entry.id,
    replies: [{ text: voice.say('change_filed', { number }), intent: entry.id, action: 'handoff' }],
    evidence: { repairs: [order] },
    handoff: { reason: 'asked', priority: 'normal', team: entry.team },
  }
}

function answerTo(
  kit: HandlerKit,
  leaning: Leaning,
  before: Before,
  turn: Turn,
  answer: Answer,
): Outcome | Promise<Outcome> | undefined {
  const { entry, order } = before
  const voice = voiceOf(kit, turn)
  const { who, next, phone, can, cannot } = voice.responsibility(entry)
  const say = (key: string, vars: Record<string, string>) => reply(entry, voice.say(key, vars), turn)
  const comma = voice.english ? ', ' : '、'
  switch (leaning) {
    case 'phone':
      return phone && say('follow_phone', { label: phone.label, number: phone.number })
    case 'where':
      return factOf(kit, voice, entry, turn, 'place', 'place.office')
    case 'hours':
      return factOf(kit, voice, entry, turn, 'hours', 'hours.office')
    case 'fee':
      return factOf(kit, voice, entry, turn, 'fee') ?? (entry.team === 'repair' ? answer('repair.fee') : undefined)
    case 'who':
      return say('follow_who', { who, next, title: voice.title(entry) })
    case 'next':
      return say('follow_next', { next })
    case 'how_long':
      if (entry.kind === 'human' || asksOfAnotherRecord(kit, entry, turn)) return undefined
      if (order) return answer('repair.progress')
      return entry.kind === 'status' ? answer(entry.id) : say('follow_no_date', { next })
    case 'why':
    case 'can':
      return cannot.length ? say('follow_why', { who, can: can.join(comma), cannot: cannot.join(comma) }) : undefined
    case 'papers':
      return /带|材料|证|bring/i.test(voice.answer(entry)) ? answer(entry.id) : say('follow_next', { next })
    case 'same':
      return entry.kind === 'action' ? undefined : answer(entry.id)
    default:
      return leaning satisfies never
  }
}

/** “哪天能通” names gas by its verb, whatever was spoken of before. */
function asksOfAnotherRecord(kit: HandlerKit, entry: KnowledgeEntry, { text, classification }: Turn): boolean {
  const { intent, certainty } = classification
  return (
    certainty === 'sure' &&
    intent !== entry.id &&
    kit.knowledge.entries.get(intent)?.kind === 'status' &&
    text.includes('通')
  )
}

/** The fact of this kind that the answer itself speaks of, else the usual one. */
function factOf(
  kit: HandlerKit,
  voice: Voice,
  entry: KnowledgeEntry,
  turn: Turn,
  kind: 'place' | 'hours' | 'fee',
  usual?: string,
): Outcome | undefined {
  const spoken = new RegExp(`\\{(${kind}\\.[a-z0-9_]+)\\}`).exec(`${entry.answer.zh} ${entry.nextStep.zh}`)?.[1]
  const key = spoken ?? usual
  const name = key && kit.knowledge.factNames.get(key)
  if (!key || !name) return undefined
  const fact = voice.fact(key)
  const text = fact
    ? voice.say('follow_fact', { what: voice.pick(name), fact })
    : voice.say('no_fact', { what: voice.pick(name) })
  return reply(entry, text, turn)
}

function reply(entry: KnowledgeEntry, text: string, turn: Turn): Outcome {
  const sources = [{ kind: 'community' as const, id: turn.conversation.community }]
  return { action: 'answer', intent: entry.id, replies: [{ text, intent: entry.id, action: 'answer', sources }] }
}
