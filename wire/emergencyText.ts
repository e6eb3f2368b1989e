import type { Locale } from '../bot/types.ts'
import { toTraditional } from '../intents/script.ts'
import { sharedVoice } from '../knowledge/shared.ts'
import type { Knowledge } from '../knowledge/types.ts'

/** The instruction alone, for when the record is away and nobody knows of which compound the conversation is. */
export function emergencyText(knowledge: Knowledge, intent: string, text: string): string {
  const locale: Locale = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  const entry = knowledge.entries.get(intent)
  return entry ? sharedVoice(knowledge, locale, toTraditional).answer(entry) : ''
}
