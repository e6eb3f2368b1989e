import { type Form, type HandoffRequest, isWordless, type Outcome, type Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { followUp } from './followUp.ts'
import { otherMatter } from './formOther.ts'
import { askBack, askNext, asks, confirmChoices, filedReply, orderOf } from './formReplies.ts'
import { bareRoom, firstSlots, freeAnswer, takeIn } from './formSlots.ts'
import {
  asksToWait,
  asksWhy,
  cancelsAll,
  goesOn,
  isQuestion,
  refusesPhone,
  saysCancel,
  saysNo,
  saysYes,
} from './formWords.ts'
import { bringsFilesAlone, unreadable, withEarlierFiles } from './unreadable.ts'

type AnswerOther = (intent: string) => Promise<Outcome>

/** Unclear replies to the summary, after which a person gets it. */
const UNCLEAR = 2

/** Opens the questions of a work order, with what the owner has said already. */
export function beginForm(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn, parked?: Form): Outcome {
  const slots = firstSlots(kit, entry, turn)
  const begun: Form = { intent: entry.id, slots, asking: 'what', tries: 0, ...(parked ? { parked } : {}) }
  const form = withEarlierFiles(kit, begun, turn)
  const voice = voiceOf(kit, turn)
  const words = [parked ? voice.say('parked') : '', voice.answer(entry)].filter(Boolean).join('\n')
  return withWords(askNext(kit, entry, form, turn), words)
}

/** Takes the next message into an open form: cancel, yes, correction, answer; anything else is another matter. */
export async function continueForm(
  kit: HandlerKit,
  form: Form,
  turn: Turn,
  answerOther: AnswerOther,
): Promise<Outcome> {
  const entry = kit.knowledge.entries.get(form.intent)
  if (!entry) throw new Error(`an open form asks for ${form.intent}, which is gone`)
  if (isWordless(turn)) return unread(kit, entry, form, turn)
  const steered = steer(kit, entry, form, turn)
  if (steered) return steered
  // The gate that somebody means to block is no place of a repair.
  if (turn.tone.blockade) return askBack(kit, entry, form, turn, true)
  const taken = takeIn(kit, entry, form, turn)
  // “到底什么时候修好” asks of the matter that is open, whatever else it sounds like.
  const leaning = isQuestion(turn.text) ? await followUp(kit, turn, answerOther) : undefined
  if (leaning) return thenBack(kit, entry, form, turn, leaning)
  const other = otherMatter(kit, form, turn, taken)
  if (other) return turnTo(kit, entry, form, turn, other, answerOther)
  if (taken.redo) {
    const asked = { ...form.asked, [taken.redo]: 0 }
    return askNext(kit, entry, { ...form, slots: taken.slots, asked }, turn)
  }
  if (taken.took && !isQuestion(turn.text)) return askNext(kit, entry, { ...form, slots: taken.slots }, turn)
  const free = taken.took ? taken.slots : freeAnswer(kit, form, turn)
  if (free) {
    const next = askNext(kit, entry, { ...form, slots: { ...form.slots, ...free } }, turn)
    const home = form.asking === 'home' ? bareRoom(turn) : undefined
    return home ? { ...next, remember: { said: { ...turn.conversation.memory.said, ...turn.entities, home } } } : next
  }
  return form.asking === 'confirm' || form.asking === 'change'
    ? unclear(kit, form, turn)
    : askNext(kit, entry, form, turn, true)
}

/** A photo is for the work order; a voice may be an answer that a person has to hear. */
function unread(kit: HandlerKit, entry: KnowledgeEntry, form: Form, turn: Turn): Outcome {
  if (!bringsFilesAlone(turn)) return thenBack(kit, entry, form, turn, unreadable(kit, turn))
  return withWords(askBack(kit, entry, form, turn), voiceOf(kit, turn).say('photo_for_order'))
}

/** The few messages that steer: they hold nothing else. */
function steer(kit: HandlerKit, entry: KnowledgeEntry, form: Form, turn: Turn): Outcome | undefined {
  const { text, choice } = turn
  const { asking } = form
  const voice = voiceOf(kit, turn)
  if (choice === 'cancel' || (!choice && cancelsAll(text))) return cancelled(kit, form, turn, choice !== 'cancel')
  if (asking === 'contact' && refusesPhone(text)) return undefined
  if (!choice && saysCancel(text)) return cancelled(kit, form, turn, false)
  if (choice === 'yes' || saysYes(text)) {
    if (asking === 'confirm') return opened(kit, entry, form, turn)
    if (asking === 'change' || choice === 'yes') return askNext(kit, entry, form, turn)
  }
  if (choice === 'change' || (asking === 'confirm' && saysNo(text)))
    return asks(form.intent, voice.say('ask_change'), [], { ...form, asking: 'change', tries: 1 })
  if (choice) return undefined
  if (asksToWait(text))
    return asks(form.intent, voice.say('no_hurry'), asking === 'confirm' ? confirmChoices(voice) : [], form)
  if (goesOn(text)) return askNext(kit, entry, form, turn)
  if (asksWhy(text) && (asking === 'contact' || /电话|電話|号码|號碼|手机|phone|number/i.test(text)))
    return withWords(askBack(kit, entry, form, turn), voice.say('why_contact'))
  return undefined
}

/** Another matter: a work order of its own comes first and this one waits; anything else is answered in between. */
async function turnTo(
  kit: HandlerKit,
  entry: KnowledgeEntry,
  form: Form,
  turn: Turn,
  other: { intent: string; instead: boolean },
  answerOther: AnswerOther,
): Promise<Outcome> {
  const target = kit.knowledge.entries.get(other.intent)
  if (target?.kind === 'action' && target.slots.length && target.id !== 'subscribe.status') {
    if (form.parked?.intent === target.id) return swapped(kit, target, form, turn)
    return other.instead ? refined(kit, target, form, turn) : beginForm(kit, target, turn, form)
  }
  return thenBack(kit, entry, form, turn, await answerOther(other.intent))
}

/** “报修” turned out to be a leak: what was said is kept, the questions are those of the leak. */
function refined(kit: HandlerKit, target: KnowledgeEntry, form: Form, turn: Turn): Outcome {
  const begun = firstSlots(kit, target, turn)
  const next = askNext(kit, target, { ...form, intent: target.id, slots: { ...form.slots, ...begun } }, turn)
  return withWords(next, voiceOf(kit, turn).answer(target))
}

/** Back to the matter that waits, while this one waits. */
function swapped(kit: HandlerKit, target: KnowledgeEntry, form: Form, turn: Turn): Outcome {
  const { parked, ...rest } = form
  const { parked: below, ...waiting } = parked as Form
  return askBack(kit, target, { ...waiting, parked: { ...rest, ...(below ? { parked: below } : {}) } }, turn)
}

/** The answer to something else, then the open question. With a person called, they get what was said so far. */
function thenBack(kit: HandlerKit, entry: KnowledgeEntry, form: Form, turn: Turn, outcome: Outcome): Outcome {
  if (outcome.action === 'emergency') return { ...outcome, form }
  if (outcome.handoff && outcome.action !== 'subscribed' && outcome.action !== 'status') {
    const text = voiceOf(kit, turn).say('form_passed')
    return { ...outcome, replies: [...outcome.replies, { text, intent: form.intent, action: 'handoff' }] }
  }
  const again = askBack(kit, entry, form, turn, true)
  return { ...outcome, replies: [...outcome.replies, ...again.replies], ...(again.form ? { form: again.form } : {}) }
}

/** The summary was neither confirmed nor corrected: asked once more in other words, then a person gets it. */
function unclear(kit: HandlerKit, form: Form, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const tries = form.tries + 1
  if (tries < UNCLEAR)
    return asks(
      form.intent,
      voice.say('confirm_again'),
      confirmChoices(voice),
      { ...form, asking: 'confirm', tries },
      'confirm',
    )
  const handoff: HandoffRequest = { reason: 'not_understood', priority: 'normal', team: 'service' }
  const replies = [{ text: voice.say('form_handoff'), intent: form.intent, action: 'handoff' as const }]
  return { action: 'handoff', intent: form.intent, replies, handoff }
}

function opened(kit: HandlerKit, entry: KnowledgeEntry, form: Form, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  return withParked(kit, form, turn, {
    action: 'opened',
    intent: entry.id,
    replies: [filedReply(voice, entry, form.slots)],
    openWorkOrder: { ...orderOf(voice, entry, form.slots), ...(form.attachments && { attachments: form.attachments }) },
    notPromised: voice.title(entry),
  })
}

function cancelled(kit: HandlerKit, form: Form, turn: Turn, all: boolean): Outcome {
  const text = voiceOf(kit, turn).say('cancelled')
  const outcome: Outcome = {
    action: 'cancelled',
    intent: form.intent,
    replies: [{ text, intent: form.intent, action: 'cancelled' }],
  }
  return all ? outcome : withParked(kit, form, turn, outcome)
}

/** Comes back to the matter that was put aside, if there is one. */
function withParked(kit: HandlerKit, form: Form, turn: Turn, outcome: Outcome): Outcome {
  const entry = form.parked && kit.knowledge.entries.get(form.parked.intent)
  if (!form.parked || !entry) return outcome
  const again = askBack(kit, entry, form.parked, turn)
  return { ...outcome, replies: [...outcome.replies, ...again.replies], ...(again.form ? { form: again.form } : {}) }
}

function withWords(outcome: Outcome, words: string): Outcome {
  const [first, ...rest] = outcome.replies
  return first ? { ...outcome, replies: [{ ...first, text: `${words}\n${first.text}` }, ...rest] } : outcome
}
