import type { Outcome, Reply, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, voiceOf } from './context.ts'

/** Answers from the entry: its words, who is responsible, and where they come from. */
export function answerFromKnowledge(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const action = entry.kind === 'smalltalk' ? 'smalltalk' : 'answer'
  return { action, intent: entry.id, replies: [knowledgeReply(voice, entry, action)] }
}

/** For intents that go to a person: what can be said first, then the handover. */
export function answerThenPerson(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Outcome {
  return {
    action: 'handoff',
    intent: entry.id,
    replies: [knowledgeReply(voiceOf(kit, turn), entry, 'handoff')],
    handoff: { reason: 'human_intent', priority: 'high', team: entry.team },
  }
}

/** A reply with the entry's answer and its responsibility strip. */
export function knowledgeReply(voice: Voice, entry: KnowledgeEntry, action: Reply['action']): Reply {
  const strip =
    entry.kind === 'smalltalk' ? {} : { card: { kind: 'responsibility' as const, ...voice.responsibility(entry) } }
  return {
    text: voice.answer(entry),
    intent: entry.id,
    sources: [{ kind: 'knowledge', id: entry.id, revision: voice.revision(entry) }],
    ...(action ? { action } : {}),
    ...strip,
  }
}
