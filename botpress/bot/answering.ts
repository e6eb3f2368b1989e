import type { Answered, Choice } from '../../bot/types.ts'
import { AWAY } from '../words.ts'
import { keepFollowing } from './following.ts'
import { handOver } from './handover.ts'
import { type BotParts, communityOf, type Heard, keepSession, type Session, sayOnce } from './parts.ts'

/** Asks Qiao, says what it answers, and hands over what a person has to do. */
export async function answer(parts: BotParts, heard: Heard): Promise<void> {
  const { client, conversationId, session } = heard
  const answered = await ask(parts, heard)
  if (!answered) return say(heard, 'away', { text: AWAY[session.locale === 'en' ? 'en' : 'zh'] })
  const noted = await keepFollowing(parts, heard, answered)
  if (!noted) return say(heard, 'failed', { text: (answered.follow ?? answered.unfollow)?.failed ?? '' })
  for (const [index, reply] of answered.replies.entries()) await say(heard, String(index), reply)
  const { remembered, locale, handoff } = answered
  const offered = answered.replies.flatMap(({ choices = [] }) => choices)
  const next: Session = { ...noted, remembered, locale, offered }
  if (!handoff) return keepSession(client, conversationId, next)
  const { id: messageId } = heard.message
  const community = communityOf(heard)
  const reached = await handOver(parts, {
    ...heard,
    messageId,
    session: next,
    answer: answered,
    ...(community && { community }),
  })
  if (reached) return
  await say(heard, 'unreached', { text: handoff.unreached })
  await keepSession(client, conversationId, next)
}

async function ask({ qiao, report }: BotParts, heard: Heard): Promise<Answered | undefined> {
  const { session, message } = heard
  const text = textOf(message.payload)
  const choice = choiceOf(message.payload, text, session.offered ?? [])
  const community = communityOf(heard)
  try {
    return await qiao.answer({
      // Without a word there is nothing to understand: a person looks at it.
      ...(text.trim() ? { text } : { text: '…', choice: 'human' }),
      ...(choice && { choice }),
      ...(community && { community }),
      ...(session.locale && { locale: session.locale }),
      ...(session.remembered && { remembered: session.remembered }),
      follow: session.following ? { conversationId: session.following.qiaoId } : {},
    })
  } catch (error) {
    report(error)
    return undefined
  }
}

const textOf = ({ text }: Record<string, unknown>): string => (typeof text === 'string' ? text.slice(0, 4000) : '')

/** Some channels send a button's value along, the others its words alone. */
function choiceOf({ value }: Record<string, unknown>, text: string, offered: Choice[]): string | undefined {
  const tapped = offered.find((choice) => choice.value === value) ?? offered.find(({ title }) => title === text.trim())
  return tapped?.value
}

function say(
  { client, conversationId, message, botUserId }: Heard,
  part: string,
  { text, choices = [] }: { text: string; choices?: Choice[] },
) {
  const options = choices.map(({ title, value }) => ({ label: title, value }))
  const said = options.length ? { type: 'choice', payload: { text, options } } : { type: 'text', payload: { text } }
  return sayOnce(client, { conversationId, userId: botUserId, origin: `${message.id}/${part}`, ...said })
}
