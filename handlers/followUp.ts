import type { Outcome, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import { type HandlerKit, voiceOf } from './context.ts'

/** Characters up to which a message may lean on what came before. */
const SHORT = 14

const PHONE = /(电话|號碼|号码|电话号|怎么联系|联系方式|打哪个|\bphone\b|\bnumber\b|how (do|can) i (call|reach))/i
const WHO = /^(那|這|这|那这)?(归|歸|是)?谁(负责|管|来管|管的)|^who('s| is)? (responsible|in charge)/i
const NEXT = /^(那|那我|我)(现在|該|该)?(怎么办|咋办|要做什么|该干嘛)|^(so )?what (now|should i do|can i do)/i
const SAME = /^(那|那么|那要是|and|what about|how about).{0,10}(呢|？|\?)$/i

/**
 * A short message that needs what came before: “电话多少”, “那周末呢”, “归谁管”, “那我怎么办”.
 * Undefined when nothing came before, or when the message stands by itself.
 */
export async function followUp(
  kit: HandlerKit,
  turn: Turn,
  answer: (intent: string) => Promise<Outcome>,
): Promise<Outcome | undefined> {
  const { lastIntent } = turn.conversation.memory
  const entry = lastIntent ? kit.knowledge.entries.get(lastIntent) : undefined
  const text = turn.text.trim()
  if (!entry || !lastIntent || text.length > (turn.locale === 'en' ? 3 * SHORT : SHORT)) return undefined
  if (PHONE.test(text) && !namesOther(turn, lastIntent)) return phoneOf(kit, entry, turn)
  if (WHO.test(text)) return wordsOf(kit, entry, turn, 'follow_who')
  if (NEXT.test(text)) return wordsOf(kit, entry, turn, 'follow_next')
  if (SAME.test(text) && !namesOther(turn, lastIntent)) return answer(lastIntent)
  return undefined
}

/** “物业电话多少” stands by itself though it asks for a phone. */
function namesOther(turn: Turn, last: string): boolean {
  const { certainty, intent, outOfScope } = turn.classification
  const bare = turn.text.replace(PHONE, '').replace(/[多少是的呢吗？?\s有给我那what'sthe]/gi, '')
  return certainty === 'sure' && !outOfScope && intent !== last && bare.length > 0
}

function phoneOf(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Outcome | undefined {
  const voice = voiceOf(kit, turn)
  const { who, phone } = voice.responsibility(entry)
  if (!phone) return undefined
  const text = voice.say('follow_phone', { who, label: phone.label, number: phone.number })
  return reply(entry, text, turn)
}

function wordsOf(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn, key: 'follow_who' | 'follow_next'): Outcome {
  const voice = voiceOf(kit, turn)
  const { who, next } = voice.responsibility(entry)
  return reply(entry, voice.say(key, { who, next, title: voice.title(entry) }), turn)
}

function reply(entry: KnowledgeEntry, text: string, turn: Turn): Outcome {
  return {
    action: 'answer',
    intent: entry.id,
    replies: [
      {
        text,
        intent: entry.id,
        action: 'answer',
        sources: [{ kind: 'community', id: turn.conversation.community }],
      },
    ],
  }
}
