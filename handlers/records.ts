import type { Outcome, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { knowledgeReply } from './faq.ts'
import { personChoice } from './status.ts'

/** Notices are not kept here yet, so it says where they hang. */
export function answerNotices(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const reply = knowledgeReply(voice, entry, 'status')
  const text = voice.say('notices_none')
  return { action: 'status', intent: entry.id, replies: [{ ...reply, text, choices: [personChoice(voice)] }] }
}
