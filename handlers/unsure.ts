import type { Choice, Outcome, Turn } from '../bot/types.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { personChoice } from './status.ts'

/** Offers the candidates, and a person. */
export function clarify(kit: HandlerKit, intents: string[], turn: Turn): Outcome {
  return offer(kit, 'clarify', intents, turn)
}

/** Asks once for other words, with the nearest topics; the second time in a row a person gets it. */
export function notUnderstood(kit: HandlerKit, nearest: string[], last: boolean, turn: Turn): Outcome {
  if (!last) return offer(kit, 'fallback', nearest, turn)
  return {
    action: 'handoff',
    replies: [{ text: voiceOf(kit, turn).say('fallback_handoff'), action: 'handoff' }],
    handoff: { reason: 'not_understood', priority: 'normal', team: 'service' },
  }
}

/** Says that it is not the property company's; offers a person, who is not called unasked. */
export function outOfScope(kit: HandlerKit, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  return {
    action: 'out_of_scope',
    intent: 'out_of_scope',
    replies: [{ text: voice.say('out_of_scope'), action: 'out_of_scope', choices: [personChoice(voice)] }],
  }
}

function offer(kit: HandlerKit, action: 'clarify' | 'fallback', intents: string[], turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const choices: Choice[] = intents.flatMap((intent) => {
    const entry = kit.knowledge.entries.get(intent)
    return entry && intent !== 'out_of_scope' ? [{ title: voice.title(entry), value: `intent:${intent}` }] : []
  })
  return {
    action,
    replies: [{ text: voice.say(action), action, choices: [...choices, personChoice(voice)] }],
    remember: { offered: intents },
  }
}
