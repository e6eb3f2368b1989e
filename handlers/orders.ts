import {
  type Choice,
  isOpenOrder,
  type Locale,
  type OrderAct,
  type Outcome,
  reopensAt,
  type Turn,
  urgesOf,
  type WorkOrder,
} from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { shortened } from './describe.ts'
import { answerFromKnowledge } from './faq.ts'
import { asksProgress, leaningOf } from './followWords.ts'
import { isVisit } from './formPlace.ts'
import { filedReply } from './formReplies.ts'
import { isQuestion } from './formWords.ts'
import { namesOrder, type OrderWish, orderWishIn, wasUrged } from './orderWords.ts'
import { answerProgress, matterOf, numberIn, timesOf, urgerOf } from './progress.ts'
import { personChoice } from './status.ts'

const HOUR_MS = 3_600_000
/** Characters up to which a message without a number may be about a work order; English words are longer. */
const SHORT = { zh: 18, en: 60 }
const CHOICE = /^order:(urge|withdraw|reopen|rate):(\d{4,8})(?::([1-5]))?$/
/** Characters of the matter on a button. */
const ON_BUTTON = 16
const LOCALES: Locale[] = ['zh', 'en', 'zh-TW']
const ENTRY = 'repair.progress'

/** Asked for by name or by the button of a work order: what it says, or what the owner wants of it. */
export async function answerOrders(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Promise<Outcome> {
  const [, verb, number, score] = CHOICE.exec(turn.choice ?? '') ?? []
  const own = verb ? await kit.records.workOrders(turn.conversation.id) : []
  const order = own.find((each) => each.number === number)
  if (!verb || !order) return (await orderWish(kit, turn)) ?? answerProgress(kit, entry, turn)
  if (verb === 'rate') return score ? rate(kit, turn, order, Number(score)) : answerProgress(kit, entry, turn)
  return fulfil(kit, turn, order, verb as OrderWish)
}

/** Who has something filed is told what its record says; anybody else, how it goes. */
export async function whoComesWhen(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Promise<Outcome> {
  const own = await kit.records.workOrders(turn.conversation.id)
  const progress = kit.knowledge.entries.get(ENTRY)
  const before = await kit.records.importedOrders(turn.conversation.id)
  const waits = [...own, ...before].some(({ state }) => isOpenOrder(state))
  return progress && waits ? answerProgress(kit, progress, turn) : answerFromKnowledge(kit, entry, turn)
}

/** “催一下”, “取消工单1024”, “1024 又坏了”; undefined for anything else. `named`: only with a number. */
export async function orderWish(kit: HandlerKit, turn: Turn, named = false): Promise<Outcome | undefined> {
  const wish = turn.choice ? undefined : orderWishIn(turn.text)
  if (!wish) return (await progressOfNumber(kit, turn)) ?? (named ? undefined : progressUnasked(kit, turn))
  const own = await kit.records.workOrders(turn.conversation.id)
  const number = numberIn(turn.text, own)
  const order = own.find((each) => each.number === number)
  // Asked whether it can be cancelled or was chased: the record with its buttons is shown, nothing is done yet.
  const asks = asksOnly(wish, turn.text)
  if (order) return asks ? recordOf(kit, turn) : fulfil(kit, turn, order, wish)
  if (number || named || (asks && wish === 'withdraw')) return undefined
  const meant = meantBy(kit, turn, own, wish)
  if (asks) return meant.length ? recordOf(kit, turn) : undefined
  const only = meant.length === 1 ? meant[0] : undefined
  if (only) return fulfil(kit, turn, only, wish)
  return meant.length ? which(kit, turn, meant, wish) : undefined
}

const asksOnly = (wish: OrderWish, text: string): boolean =>
  (wish === 'withdraw' && isQuestion(text)) || (wish === 'urge' && wasUrged(text))

async function recordOf(kit: HandlerKit, turn: Turn): Promise<Outcome | undefined> {
  const entry = kit.knowledge.entries.get(ENTRY)
  return entry && answerProgress(kit, entry, turn)
}

/** “1001 到哪一步了”, as owners are told to ask, whatever was spoken of before. */
async function progressOfNumber(kit: HandlerKit, turn: Turn): Promise<Outcome | undefined> {
  const [, number, rest] = /^(?:工单|工單|#)?\s?(\d{4,8})(.*)$/.exec(turn.text.trim()) ?? []
  const bare = !rest?.replace(/[\s。.？?呢吧号號]/g, '')
  if (turn.choice || !number || !(bare || asksProgress(rest ?? ''))) return undefined
  const own = await kit.records.workOrders(turn.conversation.id)
  const isOwn = own.some((order) => order.number === number)
  // Where orders were spoken of, a number is meant as one of them, though it is not this owner's.
  return isOwn || (bare && turn.conversation.memory.lastIntent === ENTRY) ? recordOf(kit, turn) : undefined
}

/** “到哪一步了”, “什么时候来” as the first words after a while: there is nothing else that they can be about. */
async function progressUnasked(kit: HandlerKit, turn: Turn): Promise<Outcome | undefined> {
  const { text, choice, conversation } = turn
  const asks = asksProgress(text) || leaningOf(text) === 'how_long'
  if (choice || !asks || conversation.memory.lastIntent) return undefined
  const { workOrders, importedOrders } = kit.records
  const own = [...(await workOrders(conversation.id)), ...(await importedOrders(conversation.id))]
  return own.length ? recordOf(kit, turn) : undefined
}

/** Without a number: those that the words can be about, if they are about a work order at all. */
function meantBy(kit: HandlerKit, turn: Turn, own: WorkOrder[], wish: OrderWish): WorkOrder[] {
  const { text, conversation } = turn
  if (text.trim().length > (/\p{Script=Han}/u.test(text) ? SHORT.zh : SHORT.en)) return []
  const { lastIntent } = conversation.memory
  const last = lastIntent ? kit.knowledge.entries.get(lastIntent) : undefined
  const fits = own.filter(({ state }) => (wish === 'reopen' ? state === 'done' : isOpenOrder(state)))
  // “又坏了” may be a new fault, so that it is only taken for one that was done lately.
  if (wish === 'reopen') return fits.filter(({ updatedAt }) => reopensAt(updatedAt, kit.clock.now()))
  if (namesOrder(text) || !last || last.id === ENTRY) return fits
  const same = fits.filter(({ intent }) => intent === last.id)
  return same.slice(0, 1)
}

function fulfil(kit: HandlerKit, turn: Turn, order: WorkOrder, wish: OrderWish): Outcome {
  switch (wish) {
    case 'urge':
      return urge(kit, turn, order)
    case 'withdraw':
      return withdrawOrder(kit, turn, order)
    case 'reopen':
      return isOpenOrder(order.state) ? urge(kit, turn, order) : again(kit, turn, order)
    default:
      return wish satisfies never
  }
}

function urge(kit: HandlerKit, turn: Turn, order: WorkOrder): Outcome {
  const voice = voiceOf(kit, turn)
  const now = kit.clock.now()
  const { number } = order
  const state = voice.say(`state_${order.state}`)
  if (!isOpenOrder(order.state)) return about(kit, voice, order, voice.say('order_over', { number, state }))
  const { count, last } = urgesOf(order)
  const lately = last && now.getTime() - Date.parse(last.at) < HOUR_MS
  const time = voice.time(lately ? last.at : now.toISOString(), now)
  const n = lately ? count : count + 1
  const before = last ? voice.say('urged_last', { time: voice.time(last.at, now), by: urgerOf(voice, last) }) : ''
  const vars = { number, time, state, n, before, by: last ? urgerOf(voice, last) : '' }
  const said = about(kit, voice, order, voice.say(lately ? 'urged_before' : 'urged', vars), [time])
  return lately ? said : { ...said, orderAct: { kind: 'urge', number } }
}

/** Taken back while nobody has accepted it; later only staff can. */
export function withdrawOrder(kit: HandlerKit, turn: Turn, order: WorkOrder): Outcome {
  const voice = voiceOf(kit, turn)
  const { number, state } = order
  if (!isOpenOrder(state))
    return about(kit, voice, order, voice.say('order_over', { number, state: voice.say(`state_${state}`) }))
  if (state !== 'filed') {
    const said = about(kit, voice, order, voice.say('order_cancel_late', { number }))
    const team = kit.knowledge.entries.get(order.intent)?.team ?? 'service'
    return { ...said, action: 'handoff', handoff: { reason: 'asked', priority: 'normal', team } }
  }
  const said = about(kit, voice, order, voice.say(order.followers > 1 ? 'order_left' : 'order_withdrawn', { number }))
  return { ...said, action: 'cancelled', orderAct: { kind: 'withdraw', number } }
}

/** It did not hold: opened again with its history, or, when that was too long ago, a new one that names it. */
function again(kit: HandlerKit, turn: Turn, order: WorkOrder): Outcome {
  const voice = voiceOf(kit, turn)
  const { number } = order
  if (order.state !== 'done' || !reopensAt(order.updatedAt, kit.clock.now())) return goOn(kit, turn, order)
  const { community } = turn.conversation
  const words = LOCALES.map((locale) => [locale, kit.voice(community, locale).say('order_reopened_other', { number })])
  const others = Object.fromEntries(words) as NonNullable<OrderAct['others']>
  const said = about(kit, voice, order, voice.say('order_reopened', { number }))
  return { ...said, orderAct: { kind: 'reopen', number, note: shortened(turn.text.trim(), 200), others } }
}

function goOn(kit: HandlerKit, turn: Turn, order: WorkOrder): Outcome {
  const voice = voiceOf(kit, turn)
  const entry = kit.knowledge.entries.get(order.intent)
  const what = voice.say('order_goes_on', { what: matterOf(kit, voice, order), old: order.number })
  const slots = { ...order.slots, what }
  const text = voice.say('order_continued', { old: order.number, state: voice.say(`state_${order.state}`) })
  const filed = entry ? filedReply(voice, entry, slots) : { text }
  return {
    action: 'opened',
    intent: order.intent,
    replies: [{ ...filed, text }],
    // Never joined to another: it is this owner's own history that it goes on from.
    openWorkOrder: {
      intent: order.intent,
      slots,
      visit: entry !== undefined && isVisit(entry, slots),
      continues: order.number,
    },
  }
}

function rate(kit: HandlerKit, turn: Turn, order: WorkOrder, score: number): Outcome {
  const voice = voiceOf(kit, turn)
  const { number } = order
  const text = voice.say(score <= 2 ? 'order_rated_low' : 'order_rated', { number })
  return { ...about(kit, voice, order, text), orderAct: { kind: 'rate', number, score } }
}

function which(kit: HandlerKit, turn: Turn, orders: WorkOrder[], wish: OrderWish): Outcome {
  const voice = voiceOf(kit, turn)
  const choices: Choice[] = orders.slice(0, 5).map((order) => ({
    title: voice.say('choice_order', {
      number: order.number,
      what: shortened(matterOf(kit, voice, order), ON_BUTTON),
    }),
    value: `order:${wish}:${order.number}`,
  }))
  const text = voice.say('order_which')
  return {
    action: 'ask_slot',
    intent: ENTRY,
    replies: [
      {
        text,
        intent: ENTRY,
        action: 'ask_slot',
        choices,
        sources: orders.map(({ number }) => ({ kind: 'work_order' as const, number })),
      },
    ],
  }
}

/** A reply from the record of one work order. `written`: words of what goes into it with this reply. */
function about(kit: HandlerKit, voice: Voice, order: WorkOrder, text: string, written: string[] = []): Outcome {
  return {
    action: 'status',
    intent: ENTRY,
    evidence: { repairs: [order], words: [...timesOf(kit, voice, order), ...written] },
    replies: [
      {
        text,
        intent: ENTRY,
        action: 'status',
        choices: [personChoice(voice)],
        sources: [{ kind: 'work_order', number: order.number }],
      },
    ],
  }
}
