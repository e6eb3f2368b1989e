import type { Form, Outcome, Reply, SlotName, Slots, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, homeOf, voiceOf } from './context.ts'
import { refusesPhone, saysCancel, saysNo, saysYes } from './formWords.ts'

/** After so many tries a free answer is taken as it is, so that nobody is asked for ever. */
const MOST_TRIES = 2
/** Characters of a first message from which on it describes the matter by itself. */
const TELLS = 4
const SLOT_LENGTH = 200

/** Opens the questions of a work order, with what the owner has said already. */
export function beginForm(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn, parked?: Form): Outcome {
  const slots = firstSlots(kit, entry, turn)
  const form: Form = { intent: entry.id, slots, asking: 'what', tries: 0, ...(parked ? { parked } : {}) }
  const next = askNext(kit, entry, form, turn)
  const words = voiceOf(kit, turn).answer(entry)
  const [first, ...rest] = next.replies
  return first ? { ...next, replies: [{ ...first, text: `${words}\n${first.text}` }, ...rest] } : next
}

/** Takes the next message into an open form: cancel, yes, correction, answer; anything else is another matter. */
export function continueForm(
  kit: HandlerKit,
  form: Form,
  turn: Turn,
  answerOther: (intent: string) => Promise<Outcome>,
): Promise<Outcome> | Outcome {
  const entry = kit.knowledge.entries.get(form.intent)
  if (!entry) throw new Error(`an open form asks for ${form.intent}, which is gone`)
  if (turn.choice === 'cancel' || saysCancel(turn.text)) return cancelled(kit, form, turn)
  if (form.asking === 'confirm' && (turn.choice === 'yes' || saysYes(turn.text))) return opened(kit, entry, form, turn)
  if (turn.choice === 'change' || (form.asking === 'confirm' && saysNo(turn.text))) return askChange(kit, form, turn)
  const slots = { ...form.slots, ...said(kit, turn) }
  const took = Object.keys(said(kit, turn)).length > 0
  if (!took && changesTopic(form, turn)) return digress(kit, entry, form, turn, answerOther)
  return askNext(kit, entry, { ...form, slots: took ? slots : freeAnswer(form, slots, turn) }, turn)
}

/** The question that is open, asked again after something else was answered. */
async function digress(
  kit: HandlerKit,
  entry: KnowledgeEntry,
  form: Form,
  turn: Turn,
  answerOther: (intent: string) => Promise<Outcome>,
): Promise<Outcome> {
  const { intent } = turn.classification
  const other = kit.knowledge.entries.get(intent)
  if (other?.kind === 'action') return beginForm(kit, other, turn, form)
  const outcome = await answerOther(intent)
  if (outcome.handoff) return outcome
  const again = askNext(kit, entry, { ...form, tries: 0 }, turn)
  const voice = voiceOf(kit, turn)
  const replies = again.replies.map((reply) => ({ ...reply, text: `${voice.say('back_to_form')}${reply.text}` }))
  return { ...outcome, replies: [...outcome.replies, ...replies], ...(again.form ? { form: again.form } : {}) }
}

function changesTopic(form: Form, turn: Turn): boolean {
  const { certainty, intent, outOfScope } = turn.classification
  if (form.asking === 'what' && form.tries === 0) return false
  return certainty === 'sure' && !outOfScope && intent !== form.intent
}

function firstSlots(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Slots {
  const known = { ...said(kit, turn) }
  const home = homeOf(turn)
  if (home) known.home = kit.formatHome(home, turn.locale)
  if (turn.conversation.memory.said.phone) known.contact ??= turn.conversation.memory.said.phone
  if (!turn.choice && turn.text.trim().length > TELLS) known.what = turn.text.trim().slice(0, SLOT_LENGTH)
  return Object.fromEntries(
    Object.entries(known).filter(([slot]) => slot === 'what' || entry.slots.includes(slot as SlotName)),
  )
}

/** What this message says by itself, whatever was asked. */
function said(kit: HandlerKit, turn: Turn): Slots {
  const { home, phone, when, place } = turn.entities
  const whole = home ? { ...turn.conversation.memory.said.home, ...home } : undefined
  return {
    ...(whole ? { home: kit.formatHome(whole, turn.locale) } : {}),
    ...(phone ? { contact: phone } : {}),
    ...(when ? { when } : {}),
    ...(place ? { place } : {}),
  }
}

/** A free answer to the open question, when the message holds nothing that is recognised. */
function freeAnswer(form: Form, slots: Slots, turn: Turn): Slots {
  const text = turn.text.trim().slice(0, SLOT_LENGTH)
  const { asking } = form
  if (!text || asking === 'confirm' || asking === 'change') return slots
  if (asking === 'contact') return refusesPhone(text) || form.tries >= MOST_TRIES ? { ...slots, contact: '-' } : slots
  if (asking === 'home' && form.tries < MOST_TRIES) return slots
  return { ...slots, [asking]: text }
}

function askNext(kit: HandlerKit, entry: KnowledgeEntry, form: Form, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const missing = (['what', ...entry.slots] as SlotName[]).find((slot) => !form.slots[slot])
  if (!missing) return confirm(voice, { ...form, asking: 'confirm', tries: 0 })
  const again = form.asking === missing && form.tries > 0
  const text = `${again ? voice.say('ask_again') : ''}${voice.say(`ask_${missing}`)}`
  return {
    action: 'ask_slot',
    intent: form.intent,
    form: { ...form, asking: missing, tries: form.asking === missing ? form.tries + 1 : 1 },
    replies: [{ text, intent: form.intent, action: 'ask_slot', choices: [cancelChoice(voice)] }],
  }
}

function confirm(voice: Voice, form: Form): Outcome {
  const choices = [
    { title: voice.say('yes'), value: 'yes' },
    { title: voice.say('change'), value: 'change' },
    cancelChoice(voice),
  ]
  const text = voice.say('confirm', { summary: summaryOf(voice, form.slots) })
  return {
    action: 'confirm',
    intent: form.intent,
    form,
    replies: [{ text, intent: form.intent, action: 'confirm', choices }],
  }
}

function askChange(kit: HandlerKit, form: Form, turn: Turn): Outcome {
  const text = voiceOf(kit, turn).say('ask_change')
  return {
    action: 'ask_slot',
    intent: form.intent,
    form: { ...form, asking: 'change', tries: 1 },
    replies: [{ text, intent: form.intent, action: 'ask_slot' }],
  }
}

function opened(kit: HandlerKit, entry: KnowledgeEntry, form: Form, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const { who } = voice.responsibility(entry)
  const what = form.slots.what ?? voice.title(entry)
  const where = [form.slots.home, form.slots.place].filter(Boolean).join(' ')
  const reply: Reply = {
    text: voice.say('opened', { who, number: '{number}' }),
    intent: entry.id,
    action: 'opened',
    sources: [{ kind: 'work_order', number: '{number}' }],
    card: { kind: 'work_order', number: '{number}', what, where, state: 'filed' },
  }
  return withParked(kit, form, turn, {
    action: 'opened',
    intent: entry.id,
    replies: [reply],
    openWorkOrder: { intent: entry.id, slots: form.slots },
    notPromised: voice.title(entry),
  })
}

function cancelled(kit: HandlerKit, form: Form, turn: Turn): Outcome {
  const text = voiceOf(kit, turn).say('cancelled')
  return withParked(kit, form, turn, {
    action: 'cancelled',
    intent: form.intent,
    replies: [{ text, intent: form.intent, action: 'cancelled' }],
  })
}

/** Comes back to the matter that was put aside, if there is one. */
function withParked(kit: HandlerKit, form: Form, turn: Turn, outcome: Outcome): Outcome {
  const entry = form.parked && kit.knowledge.entries.get(form.parked.intent)
  if (!form.parked || !entry) return outcome
  const again = askNext(kit, entry, { ...form.parked, tries: 0 }, turn)
  const back = voiceOf(kit, turn).say('back_to_form')
  const replies = again.replies.map((reply) => ({ ...reply, text: `${back}${reply.text}` }))
  return { ...outcome, replies: [...outcome.replies, ...replies], ...(again.form ? { form: again.form } : {}) }
}

/** One line a slot, as the owner reads it before it is filed. */
export function summaryOf(voice: Voice, slots: Slots): string {
  const order: SlotName[] = ['what', 'place', 'home', 'when', 'contact']
  const colon = voice.english ? ': ' : '：'
  return order
    .filter((slot) => slots[slot])
    .map(
      (slot) => `${voice.say(`label_${slot}`)}${colon}${slots[slot] === '-' ? voice.say('no_contact') : slots[slot]}`,
    )
    .join('\n')
}

const cancelChoice = (voice: Voice): { title: string; value: string } => ({
  title: voice.say('cancel'),
  value: 'cancel',
})
