import type { Home, Memory, Outcome, Reply, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import { type HandlerKit, homeOf, voiceOf } from './context.ts'
import { asksToBeTold, asksToStop, stopsAlone } from './subscribeWords.ts'

/** Topics of the status board that can be followed, by the words that owners use. */
const FOLLOWED: { topic: string; intent: string; words: RegExp }[] = [
  { topic: 'gas', intent: 'gas.connection_status', words: /燃气|燃氣|天然气|天然氣|煤气|煤氣|瓦斯|通气|通氣|\bgas\b/i },
  { topic: 'water', intent: 'water.outage', words: /水|\bwater\b/i },
  { topic: 'power', intent: 'power.outage', words: /电(?![梯话視视])|電(?![梯話視])|\bpower\b|electric/i },
  { topic: 'heating', intent: 'heating.status', words: /暖|供热|供熱|heating/i },
  { topic: 'lift', intent: 'elevator.fault', words: /电梯|電梯|elevator|\blift\b/i },
]

/** Intent of each topic of the status board. */
export const BOARD_TOPICS: ReadonlyMap<string, string> = new Map(FOLLOWED.map(({ topic, intent }) => [topic, intent]))

type Followed = (typeof FOLLOWED)[number]

/** Whether the words name a matter that can be followed. */
export const namesFollowed = (text: string): boolean => FOLLOWED.some(({ words }) => words.test(text))

/** Whether an answer to this intent can be followed. */
export const canBeFollowed = (intent: string): boolean => FOLLOWED.some((followed) => followed.intent === intent)

/** Whether the words alone say so: “退订”, or “3栋燃气通了告诉我一声” where the classifier holds that for the likeliest. */
export function wantsReminders({ text, choice, classification }: Turn): boolean {
  if (choice) return false
  const likeliest = classification.alternatives[0]?.intent === 'subscribe.status'
  return stopsAlone(text) || (likeliest && asksToBeTold(text) && namesFollowed(text))
}

/** “有消息告诉我”: from now on a change of the record is told, or no longer (“退订”). */
export async function subscribe(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Promise<Outcome> {
  if (turn.choice?.startsWith('unsubscribe') || (!turn.choice && asksToStop(turn.text))) return stop(kit, entry, turn)
  if (!kit.records.canPush(turn.conversation.channel)) return cannotPush(kit, entry, turn)
  const followed = followedOf(turn)
  return followed ? follow(kit, entry, followed, turn) : askWhich(kit, entry, turn)
}

async function follow(
  kit: HandlerKit,
  entry: KnowledgeEntry,
  { topic, intent }: Followed,
  turn: Turn,
): Promise<Outcome> {
  const voice = voiceOf(kit, turn)
  const about = kit.knowledge.entries.get(intent)
  const home = await homeFor(kit, turn)
  const place = home.building ? kit.formatHome(home, turn.locale) : voice.say('everywhere')
  const vars = { topic: about ? voice.title(about) : topic, place }
  const hours = kit.records.pushHours(turn.conversation.channel)
  const noted = voice.say('subscribed', vars)
  const text = hours === undefined ? noted : `${noted}\n${voice.say('channel_window', { hours })}`
  return {
    action: 'subscribed',
    intent: entry.id,
    subscribe: { topic, home },
    replies: [{ ...replyOf(entry, text), action: 'subscribed' }],
  }
}

/** As they said it, else the one that they are verified for; what is not known is left out. */
async function homeFor(kit: HandlerKit, turn: Turn): Promise<Home> {
  const said = homeOf({ ...turn, entities: { ...offeredFor(turn)?.entities, ...turn.entities } })
  const { verified, id } = turn.conversation
  if (said?.building || !verified) return said ?? {}
  return (await kit.records.account(id))?.home ?? {}
}

function askWhich(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Outcome {
  const voice = voiceOf(kit, turn)
  const choices = FOLLOWED.flatMap(({ topic, intent }) => {
    const about = kit.knowledge.entries.get(intent)
    return about ? [{ title: voice.title(about), value: `subscribe:${topic}` }] : []
  })
  return {
    action: 'ask_slot',
    intent: entry.id,
    replies: [{ ...replyOf(entry, voice.say('subscribe_what')), action: 'ask_slot', choices }],
  }
}

/** Nothing is noted that could not be kept. */
function cannotPush(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Outcome {
  const text = voiceOf(kit, turn).say('subscribe_impossible')
  return { action: 'answer', intent: entry.id, replies: [{ ...replyOf(entry, text), action: 'answer' }] }
}

/** Of the topic that is named; else of all. */
async function stop(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Promise<Outcome> {
  const voice = voiceOf(kit, turn)
  const own = await kit.records.subscriptions(turn.conversation.id)
  const named = turn.choice
    ? FOLLOWED.find(({ topic }) => turn.choice === `unsubscribe:${topic}`)
    : FOLLOWED.find(({ words }) => words.test(turn.text))
  const stopped = own.filter(({ topic }) => !named || topic === named.topic)
  const about = named && kit.knowledge.entries.get(named.intent)
  const key = stopped.length === 0 ? 'not_subscribed' : about ? 'unsubscribed' : 'unsubscribed_all'
  const text = voice.say(key, about ? { topic: voice.title(about) } : {})
  return {
    action: 'cancelled',
    intent: entry.id,
    ...(stopped.length > 0 && { unsubscribe: named ? { topic: named.topic } : {} }),
    replies: [{ ...replyOf(entry, text), action: 'cancelled' }],
  }
}

/** By the button, else by name, else what else the message asks, else what was answered last. */
function followedOf(turn: Turn): Followed | undefined {
  const chosen = /^subscribe:(\w+)$/.exec(turn.choice ?? '')?.[1]
  if (chosen) return FOLLOWED.find(({ topic }) => topic === chosen)
  const asked = [...turn.wishes.map(({ classification }) => classification.intent), turn.conversation.memory.lastIntent]
  const text = offeredFor(turn)?.text ?? turn.text
  return (
    FOLLOWED.find(({ words }) => words.test(text)) ??
    asked.map((intent) => FOLLOWED.find((followed) => followed.intent === intent)).find(Boolean)
  )
}

/** What was said before “进度提醒” was tapped among several topics. */
function offeredFor({ choice, conversation }: Turn): Memory['offeredFor'] {
  return choice?.startsWith('intent:') ? conversation.memory.offeredFor : undefined
}

function replyOf(entry: KnowledgeEntry, text: string): Reply {
  return { text, intent: entry.id, sources: [{ kind: 'knowledge', id: entry.id, revision: entry.revision }] }
}
