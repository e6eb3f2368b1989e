import type { Outcome, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { knowledgeReply } from './faq.ts'
import { personChoice } from './status.ts'

/** Topics that can be followed, by the words that owners use. */
const FOLLOWED: [string, RegExp][] = [
  ['gas.connection_status', /燃气|天然气|煤气|瓦斯|通气|\bgas\b/i],
  ['water.outage', /水|\bwater\b/i],
  ['power.outage', /电(?!梯)|電(?!梯)|\bpower\b|electric/i],
  ['heating.status', /暖|供热|供熱|heating/i],
  ['elevator.fault', /电梯|電梯|elevator|\blift\b/i],
]

/** Notices are not kept here yet, so it says where they hang. */
export function answerNotices(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const reply = knowledgeReply(voice, entry, 'status')
  const text = voice.say('notices_none')
  return { action: 'status', intent: entry.id, replies: [{ ...reply, text, choices: [personChoice(voice)] }] }
}

/** Which status an owner wants to follow; the clerk sees the wish with the conversation. */
export function subscribe(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const intent = followedIntent(kit, turn)
  const topic = intent && kit.knowledge.entries.get(intent)
  if (!topic) {
    const choices = FOLLOWED.flatMap(([id]) => {
      const followed = kit.knowledge.entries.get(id)
      return followed?.topic ? [{ title: voice.title(followed), value: `subscribe:${followed.topic}` }] : []
    })
    return {
      action: 'ask_slot',
      intent: entry.id,
      replies: [{ text: voice.say('subscribe_what'), intent: entry.id, action: 'ask_slot', choices }],
    }
  }
  return {
    action: 'subscribed',
    intent: entry.id,
    handoff: { reason: 'asked', priority: 'normal', team: entry.team },
    replies: [
      {
        text: voice.say('subscribed', { topic: voice.title(topic) }),
        intent: entry.id,
        action: 'subscribed',
        sources: [{ kind: 'knowledge', id: topic.id, revision: topic.revision }],
      },
    ],
  }
}

/** Whether the words name a matter that can be followed. */
export const namesFollowed = (text: string): boolean => FOLLOWED.some(([, words]) => words.test(text))

function followedIntent(kit: HandlerKit, turn: Turn): string | undefined {
  const chosen = /^subscribe:(\w+)$/.exec(turn.choice ?? '')?.[1]
  if (chosen) return [...kit.knowledge.entries.values()].find((entry) => entry.topic === chosen)?.id
  const named = FOLLOWED.find(([, words]) => words.test(turn.text))?.[0]
  const last = turn.conversation.memory.lastIntent
  const lastTopic = last && kit.knowledge.entries.get(last)?.topic ? last : undefined
  return named ?? lastTopic
}
