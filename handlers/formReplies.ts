import type { Choice, Form, OpenWorkOrder, Outcome, Reply, SlotName, Slots, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, homeOf, voiceOf } from './context.ts'
import { shortened } from './describe.ts'
import { isVisit, vagueness } from './formPlace.ts'
import { MOST_ASKED, missingSlot, NO_PHONE } from './formSlots.ts'

/** Characters of the matter that a summary or a card shows. */
const SHOWN = 60

/** The next question, or the summary when all is known. `again`: the last answer was not understood. */
export function askNext(kit: HandlerKit, entry: KnowledgeEntry, form: Form, turn: Turn, again = false): Outcome {
  const slot = missingSlot(entry, form, turn, again)
  return slot ? askFor(kit, entry, form, turn, slot, again) : confirm(voiceOf(kit, turn), entry, form)
}

function askFor(
  kit: HandlerKit,
  entry: KnowledgeEntry,
  form: Form,
  turn: Turn,
  slot: SlotName,
  again = false,
): Outcome {
  const voice = voiceOf(kit, turn)
  const tries = (form.asked?.[slot] ?? 0) + 1
  const asked = { ...form.asked, [slot]: tries }
  if (tries > MOST_ASKED && !again)
    return asks(form.intent, shortly(voice, slot), choicesFor(voice, slot), { ...form, asking: slot, tries, asked })
  const words = `${again ? voice.say('ask_again') : ''}${questionOf(kit, voice, entry, form, slot, turn)}`
  return asks(form.intent, words, choicesFor(voice, slot), { ...form, asking: slot, tries, asked })
}

/**
 * The open question once more after something else; one that was put often enough is named, or (`aside`) only kept.
 */
export function askBack(kit: HandlerKit, entry: KnowledgeEntry, form: Form, turn: Turn, aside = false): Outcome {
  const voice = voiceOf(kit, turn)
  const slot = missingSlot(entry, form, turn, true)
  if (aside && slot && (form.asked?.[slot] ?? 0) >= MOST_ASKED)
    return asks(form.intent, voice.say('still_pending'), choicesFor(voice, slot), { ...form, asking: slot })
  if (!slot && form.asking === 'confirm')
    return asks(form.intent, voice.say('confirm_pending'), confirmChoices(voice), form, 'confirm')
  const next = slot ? askFor(kit, entry, form, turn, slot) : confirm(voice, entry, form)
  return {
    ...next,
    replies: next.replies.map((reply) => ({ ...reply, text: `${voice.say('back_to_form')}${reply.text}` })),
  }
}

/** A reply that keeps the form open. */
export function asks(
  intent: string,
  text: string,
  choices: Choice[],
  form: Form,
  action: 'ask_slot' | 'confirm' = 'ask_slot',
): Outcome {
  return { action, intent, form, replies: [{ text, intent, action, choices }] }
}

export function confirmChoices(voice: Voice): Choice[] {
  return [
    { title: voice.say('yes'), value: 'yes' },
    { title: voice.say('change'), value: 'change' },
    { title: voice.say('cancel'), value: 'cancel' },
  ]
}

/** Each of these is a matter of its own, however alike the words. */
const NEVER_JOINED = ['owner.record', 'security.stranger']

/** What is filed, and what is said where another owner has filed the same already. */
export function orderOf(voice: Voice, entry: KnowledgeEntry, slots: Slots): OpenWorkOrder {
  const order = { intent: entry.id, slots, visit: isVisit(entry, slots) }
  if (NEVER_JOINED.includes(entry.id)) return order
  const reply = filedReply(voice, entry, slots)
  return {
    ...order,
    joined: { ...reply, text: voice.say('joined', { number: '{number}' }) },
    joinedOwn: { ...reply, text: voice.say('joined_own', { number: '{number}' }) },
    joinedAgain: { ...reply, text: voice.say('joined_again', { number: '{number}', n: '{n}' }) },
  }
}

/** Said once it is filed; the turn fills in the number. */
export function filedReply(voice: Voice, entry: KnowledgeEntry, slots: Slots): Reply {
  return {
    text: voice.say(isVisit(entry, slots) ? 'opened' : 'opened_report', { number: '{number}' }),
    intent: entry.id,
    action: 'opened',
    sources: [{ kind: 'work_order', number: '{number}' }],
    card: {
      kind: 'work_order',
      number: '{number}',
      what: shortened(slots.what ?? voice.title(entry), SHOWN),
      where: whereOf(voice, slots),
      state: 'filed',
    },
  }
}

/** Home and place as one line. */
export function whereOf(voice: Voice, { home, place }: Slots): string {
  return [home, place].filter(Boolean).join(voice.english ? ', ' : ' ')
}

/** One line a slot, as the owner reads it before it is filed. */
export function summaryOf(voice: Voice, entry: KnowledgeEntry, slots: Slots): string {
  const order: SlotName[] = ['what', 'place', 'home', 'when', 'contact']
  const colon = voice.english ? ': ' : '：'
  return order
    .flatMap((slot) => {
      const value = slots[slot]
      if (!value) return []
      const label = voice.say(slot === 'when' && !isVisit(entry, slots) ? 'label_when_report' : `label_${slot}`)
      return [`${label}${colon}${value === NO_PHONE ? voice.say('no_contact') : shortened(value, SHOWN)}`]
    })
    .join('\n')
}

function confirm(voice: Voice, entry: KnowledgeEntry, form: Form): Outcome {
  const text = voice.say('confirm', { summary: summaryOf(voice, entry, form.slots) })
  return asks(form.intent, text, confirmChoices(voice), { ...form, asking: 'confirm', tries: 0 }, 'confirm')
}

/** A question that was put twice is not put again, only what is still missing is named. */
const shortly = (voice: Voice, slot: SlotName): string => voice.say('ask_short', { what: voice.say(`label_${slot}`) })

/** The question in the words that fit the matter best. */
function questionOf(
  kit: HandlerKit,
  voice: Voice,
  entry: KnowledgeEntry,
  form: Form,
  slot: SlotName,
  turn: Turn,
): string {
  const home = homeOf(turn)
  if (slot === 'home' && home?.building && !home.room)
    return voice.say(home.unit ? 'ask_room' : 'ask_home_rest', { home: kit.formatHome(home, turn.locale) })
  const vague = slot === 'place' ? vagueness(form.slots.place) : undefined
  if (vague) return voice.say(`ask_place_${vague}`, { place: form.slots.place ?? '' })
  const general = isVisit(entry, form.slots) ? [] : [`ask_${slot}_report`]
  const keys = [`ask_${slot}.${entry.id}`, ...general].filter((key) => kit.knowledge.replies.has(key))
  return voice.say(keys[0] ?? `ask_${slot}`)
}

function choicesFor(voice: Voice, slot: SlotName): Choice[] {
  return [
    ...(slot === 'when' ? [{ title: voice.say('any_time'), value: 'any_time' }] : []),
    ...(slot === 'contact' ? [{ title: voice.say('no_phone'), value: 'no_phone' }] : []),
    { title: voice.say('cancel'), value: 'cancel' },
  ]
}
