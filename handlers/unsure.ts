import type { Choice, Outcome, Turn } from '../bot/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { personChoice } from './status.ts'

/** Below this the nearest topics are offered too, in case the message was only put unusually. */
const CERTAINLY_OUTSIDE = 0.95
const NEAR = 2

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
  const { confidence, alternatives } = turn.classification
  const near = confidence < CERTAINLY_OUTSIDE ? alternatives.slice(0, NEAR).map(({ intent }) => intent) : []
  const topics = topicChoices(kit, voice, near)
  const text = voice.say(topics.length ? 'out_of_scope_maybe' : 'out_of_scope')
  return {
    action: 'out_of_scope',
    intent: 'out_of_scope',
    replies: [{ text, action: 'out_of_scope', choices: [...topics, personChoice(voice)] }],
  }
}

function offer(kit: HandlerKit, action: 'clarify' | 'fallback', intents: string[], turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  return {
    action,
    replies: [
      { text: voice.say(action), action, choices: [...topicChoices(kit, voice, intents), personChoice(voice)] },
    ],
    remember: { offered: intents },
  }
}

function topicChoices(kit: HandlerKit, voice: Voice, intents: string[]): Choice[] {
  return intents.flatMap((intent) => {
    const entry = kit.knowledge.entries.get(intent)
    const isTopic = entry && intent !== 'out_of_scope' && intent !== 'human.request'
    return isTopic ? [{ title: voice.title(entry), value: `intent:${intent}` }] : []
  })
}
