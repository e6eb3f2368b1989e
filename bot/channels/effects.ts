import { cleanText } from '../check.ts'
import type { ItemEffect, KeptItem } from '../ports/channels.ts'
import type { Incoming } from '../ports.ts'
import type { Choice, Conversation, Locale } from '../types.ts'
import type { Files } from './files.ts'
import type { Heard } from './heard.ts'
import type { IntakePorts } from './intake.ts'
import { ownerOf } from './owner.ts'
import { readScene } from './scene.ts'
import { chosen } from './text.ts'

/** What an item does, from what it says and how the conversation stands. */
export type Effects = (item: KeptItem, heard: Heard) => Promise<ItemEffect>

type Said = Extract<Heard, { kind: 'message' }>

/** Messages at the end of a conversation among which choices are looked for. */
const LATEST = 20
/** Characters of a message, as everywhere. */
const MOST_TEXT = 4000

export function effectsOf(ports: IntakePorts, files: Files): Effects {
  return async (item, heard) => {
    const [usual = ''] = ports.communities()
    const known = await conversationOf(ports, item)
    const base = { community: known?.community ?? usual, locale: known?.locale ?? ('zh' as const) }
    switch (heard.kind) {
      case 'message':
        return saidEffect(ports, files, item, heard, base)
      case 'came':
      case 'scanned':
        return cameEffect(ports, heard, base, known)
      case 'left':
        return { ...base, leftAt: notAfter(ports, heard.at) }
      case 'staff':
        return { ...base, staffSaid: { author: heard.author, text: heard.text } }
      case 'undelivered':
        return { ...base, undelivered: { key: heard.key } }
      case 'note': {
        const say = (words: string) => ports.say(words, base.community, 'zh')
        return { ...base, note: { author: say('channel_note_author'), text: say(heard.words) } }
      }
      case 'nothing':
        return base
      default:
        return heard satisfies never
    }
  }
}

interface Base {
  community: string
  locale: Locale
}

async function conversationOf({ store }: IntakePorts, item: KeptItem): Promise<Conversation | undefined> {
  const owner = await store.channels.owner(ownerOf(item))
  return owner?.conversationId ? store.conversations.find(owner.conversationId) : undefined
}

/** A platform's clock that goes before ours opens no window in the future. */
function notAfter({ clock }: IntakePorts, at: string): string {
  const now = clock.now().toISOString()
  return at < now ? at : now
}

function cameEffect(
  ports: IntakePorts,
  heard: Extract<Heard, { kind: 'came' | 'scanned' }>,
  base: Base,
  known: Conversation | undefined,
): ItemEffect {
  const scene = heard.scene === undefined ? undefined : readScene(heard.scene, ports.communities())
  const community = scene?.community ?? base.community
  const { locale } = base
  const say = (key: string, vars = {}) => ports.say(key, community, locale, vars)
  const choices = ports.starters(community, locale)
  const greets = heard.kind === 'came'
  const place = scene?.home.building ? ports.place(scene.home, locale) : ''
  const key = greets ? 'channel_greeting' : place ? 'channel_bound_place' : 'channel_bound'
  // Whoever comes in again in the midst of a matter needs no greeting.
  const busy = known !== undefined && known.stage !== 'bot'
  const quiet = heard.kind === 'came' ? heard.greeted || busy : !scene
  return {
    community,
    locale,
    tappedAt: notAfter(ports, heard.at),
    ...(scene && { bind: { home: scene.home } }),
    ...(heard.kind === 'came' && heard.greeting && { greeting: heard.greeting }),
    ...(!quiet && { says: [{ text: say(key, { place }), ...(choices?.length && { choices }) }] }),
  }
}

async function saidEffect(
  ports: IntakePorts,
  files: Files,
  item: KeptItem,
  heard: Said,
  base: Base,
): Promise<ItemEffect> {
  const at = notAfter(ports, heard.at)
  const window = heard.tapped ? { tappedAt: at } : { saidAt: at }
  const choice = await choiceOf(ports, item, heard, base)
  const score = /^rating:([1-5])$/.exec(choice?.value ?? '')?.[1]
  if (score) {
    const text = ports.say('channel_rated', base.community, base.locale)
    return { ...base, ...window, rating: { score: Number(score) }, says: [{ text }] }
  }
  if (choice) return { ...base, ...window, incoming: incomingOf(item, choice.title, { choice: choice.value }) }
  return { ...base, ...window, ...(await readable(ports, files, item, heard, base)) }
}

/** The menu's own value, else what the number or the title stands for among the choices of what was said last. */
async function choiceOf(ports: IntakePorts, item: KeptItem, heard: Said, base: Base): Promise<Choice | undefined> {
  if (heard.choice !== undefined) {
    const title = ports.titleOf(heard.choice, base.community, base.locale)
    return title === undefined ? undefined : { title, value: heard.choice }
  }
  const conversation = heard.text === '' ? undefined : await conversationOf(ports, item)
  if (!conversation) return undefined
  const tapped = heard.menu && (await choiceUnder(ports, conversation.id, heard.menu))
  if (tapped) return tapped
  const after = Math.max(0, conversation.lastSeq - LATEST)
  return chosen(heard.text, await ports.store.conversations.messages(conversation.id, after, LATEST))
}

/** An old menu goes on meaning what it said. */
async function choiceUnder(
  { store }: IntakePorts,
  conversationId: string,
  { seq, index }: NonNullable<Said['menu']>,
): Promise<Choice | undefined> {
  const [message] = await store.conversations.messages(conversationId, seq - 1, 1)
  return message?.seq === seq && message.from !== 'owner' ? message.choices?.[index] : undefined
}

/** The text with its file. What nothing can be made of is answered as such, and the file comes when it can be had. */
async function readable(
  ports: IntakePorts,
  files: Files,
  item: KeptItem,
  { text, file, unreadable }: Said,
  base: Base,
): Promise<Pick<ItemEffect, 'incoming' | 'fetchAgainAt'>> {
  const said = cleanText(text).slice(0, MOST_TEXT)
  const kind = file?.kind === 'voice' ? 'voice' : (unreadable ?? 'photo')
  const blank = said.trim() === ''
  const shown = blank ? ports.say(`channel_${file?.kind ?? kind}`, base.community, base.locale) : said
  const without = incomingOf(item, shown, blank ? { choice: `unreadable:${kind}` } : {})
  if (!file) return { incoming: without }
  const { id } = await ports.store.channels.conversation(ownerOf(item), base)
  const fetched = await files.take(id, file)
  if (fetched.kind === 'here') return { incoming: incomingOf(item, blank ? '' : said, { attachments: [fetched.id] }) }
  return { incoming: without, ...(fetched.kind === 'later' && { fetchAgainAt: fetched.at }) }
}

function incomingOf({ key }: KeptItem, text: string, more: Partial<Incoming>): Incoming {
  return { clientMessageId: key, text, ...more }
}
