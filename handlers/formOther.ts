import type { Form, Turn } from '../bot/types.ts'
import type { HandlerKit } from './context.ts'
import type { Taken } from './formSlots.ts'
import { isQuestion, namesAnother } from './formWords.ts'

/** Characters up to which an answer to “where” may sound like a matter of its own (“马桶旁边的下水道”). */
const SHORT = 10
const SOUNDS_LIKE_PLACE = /[里裡上下旁边邊门門口处處那层層楼樓区區角栋棟]$/

/** Another intent that the message turns to. `instead`: it is this matter, named better. */
export interface Other {
  intent: string
  instead: boolean
}

/** Undefined while the message belongs to the open form. */
export function otherMatter(kit: HandlerKit, form: Form, turn: Turn, taken: Taken): Other | undefined {
  const chosen = /^intent:(.+)$/.exec(turn.choice ?? '')?.[1]
  if (chosen && kit.knowledge.entries.has(chosen)) return { intent: chosen, instead: false }
  if (turn.choice?.startsWith('subscribe:')) return { intent: 'subscribe.status', instead: false }
  const { certainty, intent, outOfScope } = turn.classification
  if (turn.choice || certainty !== 'sure' || outOfScope || intent === form.intent) return undefined
  const kind = kit.knowledge.entries.get(intent)?.kind
  if (kind === 'emergency') return { intent, instead: false }
  if (isQuestion(turn.text)) return { intent, instead: false }
  if (kind === 'action') return otherAction(form, turn, taken, intent)
  // A plain statement answers the open question before it is taken for a matter of its own.
  if (taken.took || form.asking === 'what' || answersWhere(form, turn)) return undefined
  return { intent, instead: false }
}

function otherAction(form: Form, turn: Turn, taken: Taken, intent: string): Other | undefined {
  if (namesAnother(turn.text)) return { intent, instead: false }
  if (form.asking === 'what') return { intent, instead: true }
  if (taken.redo || answersWhere(form, turn)) return undefined
  const tells = taken.took && taken.slots.what === form.slots.what
  return tells ? undefined : { intent, instead: false }
}

const answersWhere = (form: Form, turn: Turn): boolean =>
  form.asking === 'place' && (turn.text.trim().length <= SHORT || SOUNDS_LIKE_PLACE.test(turn.text.trim()))
