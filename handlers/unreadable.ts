import {
  type Attachment,
  type Form,
  isVoice,
  isVoiced,
  isWordless,
  type Outcome,
  PHOTO_MINUTES,
  type Turn,
} from '../bot/types.ts'
import { type HandlerKit, voiceOf } from './context.ts'

/** Files that belong to a work order: what is heard goes to a person, what is seen or read to the job as well. */
const forOrder = (files: Attachment[] = []): Attachment[] => files.filter(({ type }) => !isVoice(type))

/** Says that pictures are not seen and voices not heard, with the numbers to call, and a person gets them. */
export function unreadable(kit: HandlerKit, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const key = isVoiced(turn) ? 'voice' : 'photo'
  const already = turn.conversation.stage === 'waiting'
  const outcome = {
    replies: [{ text: voice.say(already ? `waiting_${key}` : `unreadable_${key}`), action: 'handoff' as const }],
  }
  // The open ticket is there already, and its transcript grows by itself.
  if (already) return { ...outcome, action: 'relay' }
  return { ...outcome, action: 'handoff', handoff: { reason: 'not_understood', priority: 'normal', team: 'service' } }
}

/** The form with the photos and papers of this message. */
export function withFiles(form: Form, turn: Turn): Form {
  const files = forOrder(turn.attachments)
  return files.length ? { ...form, attachments: [...(form.attachments ?? []), ...files] } : form
}

/** A new form with what came just before it as well. */
export function withEarlierFiles(kit: HandlerKit, form: Form, turn: Turn): Form {
  const since = new Date(kit.clock.now().getTime() - PHOTO_MINUTES * 60_000).toISOString()
  const files = (turn.conversation.memory.files ?? []).filter(({ at }) => at >= since)
  const attachments = files.map(({ at: _at, ...file }) => file)
  return withFiles(attachments.length ? { ...form, attachments } : form, turn)
}

/** Whether all that this message brings is for the open form. */
export const bringsFilesAlone = (turn: Turn): boolean =>
  isWordless(turn) && forOrder(turn.attachments).length === turn.attachments?.length
