import type { Entities, Form, Home, SlotName, Slots, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import { type HandlerKit, homeOf, voiceOf } from './context.ts'
import { describe, tellsMore } from './describe.ts'
import { afterDenial, type Fix, fixOf } from './formFixes.ts'
import { fixtureIn, placeIn, slotsOf, vagueness } from './formPlace.ts'
import {
  doesNotKnow,
  isQuestion,
  namesAnother,
  offeredTime,
  refusesPhone,
  saysAnyTime,
  saysNo,
  saysYes,
} from './formWords.ts'

/** Stands for a phone that the owner would rather not leave. */
export const NO_PHONE = '-'
/** A question is put so often at most. */
export const MOST_ASKED = 2
/** Characters kept of a free answer. */
const SLOT_LENGTH = 200
/** Characters up to which an answer is kept whole. */
const WHOLE = 30
/** When it happens, for matters that nobody has to be at home for. */
const HAPPENS =
  /(?:现在|現在|这会儿|正在|刚才|刚刚|剛才|剛剛|一直|天天|每天|每晚|昨[天晚夜]|前天|今[天早晚]|大?半夜|凌晨|早上|上午|中午|下午|晚上|夜里|深夜|周末|(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:半|多|钟)?|right now|every (?:day|night|evening)|last night|tonight|at night|this morning|all day)+/i

/** One more thing for those who come: “对了，来之前先打电话”. */
const NOTE =
  /对了|對了|备注|備註|记得|記得|注意|补充|補充|来之前|來之前|来的时候|先打电话|先打電話|门铃|\b(?:note|please|by the way)\b/i

/** What the first message tells, with home and phone as said before. */
export function firstSlots(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Slots {
  const { offeredFor, said } = turn.conversation.memory
  const told = turn.choice && offeredFor ? { ...turn, ...offeredFor } : turn
  const atHome = entry.slots.includes('home')
  const what = turn.choice && !offeredFor ? undefined : describe(told.text, told.entities, !atHome)
  const home = homeOf(told)
  const slots: Slots = {
    ...(said.phone ? { contact: said.phone } : {}),
    ...(home && atHome ? { home: kit.formatHome(home, turn.locale) } : {}),
    ...saidSlots(kit, entry, {}, told),
    ...(what ? { what: cut(what) } : {}),
  }
  if (atHome) slots.place ??= fixtureIn(told.text) ?? ''
  if (!atHome) slots.when = HAPPENS.exec(told.text)?.[0] ?? slots.when ?? ''
  if (!slots.what && !entry.slots.includes('what')) slots.what = voiceOf(kit, turn).title(entry)
  return only(slots, ['what', ...entry.slots])
}

/**
 * The next slot to ask for; undefined when all is known. `stay`: the open question was not answered, so that a half
 * answer counts as none.
 */
export function missingSlot(entry: KnowledgeEntry, form: Form, turn: Turn, stay = false): SlotName | undefined {
  const asked = (slot: SlotName) => form.asked?.[slot] ?? 0
  return slotsOf(entry, form.slots).find((slot) => {
    const value = form.slots[slot]
    if (!value) return true
    if (slot === 'home') return asked(slot) < MOST_ASKED && homeOf(turn) !== undefined && !/\d{3}/.test(value)
    const most = stay && form.asking === slot ? MOST_ASKED : 1
    return slot === 'place' && asked(slot) < most && vagueness(value) !== undefined
  })
}

/** What a message changes. `took` is false when nothing in it was recognised. */
export interface Taken {
  slots: Slots
  took: boolean
  /** Wrong, and to be asked for anew. */
  redo?: SlotName
}

/** Takes in whatever the message tells, asked for or not: a correction, an answer, an addition. */
export function takeIn(kit: HandlerKit, entry: KnowledgeEntry, form: Form, turn: Turn): Taken {
  const own = ownAnswer(kit, form, turn)
  const fix = Object.keys(own).length ? undefined : fixOf(turn.text, form.slots)
  if (fix) return corrected(kit, entry, form, turn, fix)
  const adds = form.asking !== 'what' && form.slots.what !== undefined && namesAnother(turn.text)
  const said = adds ? {} : saidSlots(kit, entry, form.slots, turn)
  const what = matterIn(entry, form, turn, adds)
  const found = only({ ...said, ...own, ...what }, ['what', 'contact', ...entry.slots])
  return { slots: { ...form.slots, ...found }, took: Object.keys(found).length > 0 }
}

/** A free answer to the open question; undefined when it is none and may be asked for once more. */
export function freeAnswer(kit: HandlerKit, form: Form, turn: Turn): Slots | undefined {
  const { asking } = form
  const text = cut(turn.text.trim())
  if (asking === 'confirm' || asking === 'change') return undefined
  const empty = isQuestion(turn.text) || saysYes(turn.text) || saysNo(turn.text) || !/[\p{L}\p{N}]/u.test(text)
  const unlike = empty || asking === 'contact' || (asking === 'home' && !/[\d一二三四五六七八九十]/.test(text))
  const home = asking === 'home' ? bareRoom(turn) : undefined
  if (home) return { home: kit.formatHome(home, turn.locale) }
  if (!unlike) return { [asking]: text }
  if ((form.asked?.[asking] ?? 0) < MOST_ASKED) return undefined
  if (asking === 'contact') return { contact: NO_PHONE }
  return { [asking]: empty && asking !== 'what' ? voiceOf(kit, turn).say('not_said') : text }
}

/** “1502” is a room where the home is asked for, and only there. */
export function bareRoom(turn: Turn): Home | undefined {
  const room = /^\D{0,4}(\d{3,4})\D{0,3}$/.exec(turn.text.trim())?.[1]
  return room ? { ...homeOf(turn), room } : undefined
}

function corrected(kit: HandlerKit, entry: KnowledgeEntry, form: Form, turn: Turn, fix: Fix): Taken {
  if (fix.redo) {
    const { [fix.redo]: _wrong, ...rest } = form.slots
    return { slots: rest, took: true, redo: fix.redo }
  }
  const said = /不是|\bnot\b/i.test(turn.text) ? {} : saidSlots(kit, entry, form.slots, turn)
  const precise = only(said, Object.keys(fix.slots) as SlotName[])
  return { slots: { ...form.slots, ...fix.slots, ...precise }, took: true }
}

/** Answers that only the open question makes clear. */
function ownAnswer(kit: HandlerKit, { asking }: Form, turn: Turn): Slots {
  const { text, choice, entities } = turn
  const refuses = choice === 'no_phone' || refusesPhone(text)
  if (refuses && (asking === 'contact' || /电话|電話|手机|phone/i.test(text))) return { contact: NO_PHONE }
  if (asking === 'contact' && doesNotKnow(text)) return { contact: NO_PHONE }
  if (asking === 'when' && (choice === 'any_time' || saysAnyTime(text))) return { when: text.trim() }
  if (asking !== 'confirm' && asking !== 'change' && doesNotKnow(text))
    return { [asking]: asking === 'what' ? text.trim() : voiceOf(kit, turn).say('not_said') }
  // “周末，或者平时晚上七点以后”, “南门里边”: the whole says more than the part that is recognised.
  const { place: _place, when: _when, ...others } = entities
  const whole = text.trim().length <= WHOLE && !Object.keys(others).length && !isQuestion(text)
  if (asking === 'when' && entities.when && !entities.place && whole) return { when: withoutEnd(text) }
  const bound = vagueness(entities.place) !== undefined
  if (asking === 'place' && entities.place && !entities.when && !bound && whole) return { place: withoutEnd(text) }
  return {}
}

/** What the message says of the matter itself: the answer to the question, a correction or one more detail. */
function matterIn(entry: KnowledgeEntry, form: Form, turn: Turn, adds: boolean): Slots {
  const { text, entities } = turn
  const keepHome = !entry.slots.includes('home')
  if (form.asking === 'what') {
    const what = isQuestion(text) ? undefined : describe(text, entities, keepHome)
    return what ? { what: cut(what) } : {}
  }
  const { plate } = entities
  if (plate && !form.slots.what?.includes(plate))
    return { what: cut([form.slots.what, plate].filter(Boolean).join('；')) }
  if (form.asking !== 'confirm' && form.asking !== 'change' && !adds) return {}
  const right = afterDenial(text)
  const more = describe(right ?? text, entities, keepHome)
  if (!more || isQuestion(text) || saysYes(text) || saysNo(text) || !tellsMore(right ?? text, entities)) return {}
  const replaces = right !== undefined || form.asking === 'change'
  if (replaces) return { what: cut(more) }
  const belongs = adds || NOTE.test(text) || turn.classification.intent === form.intent
  if (!belongs || (!adds && Object.keys(entities).length)) return {}
  return { what: cut([form.slots.what, more].filter(Boolean).join(turn.locale === 'en' ? '; ' : '；')) }
}

/** What this message says by itself, whatever was asked. */
function saidSlots(kit: HandlerKit, entry: KnowledgeEntry, before: Slots, turn: Turn): Slots {
  const { phone, when = offeredTime(turn.text) }: Entities = turn.entities
  const home = turn.entities.home && homeOf(turn)
  const place = placeIn(kit, entry, before, turn)
  return {
    ...(home && entry.slots.includes('home') ? { home: kit.formatHome(home, turn.locale) } : {}),
    ...(phone ? { contact: phone } : {}),
    ...(when ? { when } : {}),
    ...(place ? { place } : {}),
  }
}

const only = (slots: Slots, wanted: SlotName[]): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([slot, value]) => value && wanted.includes(slot as SlotName)))

const withoutEnd = (text: string): string => text.trim().replace(/(?<![吧呢啊哦呀。.!！\s])[吧呢啊哦呀。.!！\s]+$/, '')

const cut = (text: string): string => [...text].slice(0, SLOT_LENGTH).join('')
