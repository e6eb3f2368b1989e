import type { Answered } from '../../bot/types.ts'
import { type BotParts, communityOf, type Following, type Heard, INTEGRATION, type Session } from './parts.ts'

/**
 * Has the owner told of changes from now on, or no longer, before they are told so.
 * @returns what the session keeps of it; undefined when it could not be noted
 */
export async function keepFollowing(
  { report }: BotParts,
  heard: Heard,
  { follow, unfollow, locale }: Answered,
): Promise<Pick<Session, 'following'> | undefined> {
  const { following } = heard.session
  const kept = following ? { following } : {}
  try {
    if (unfollow && following) {
      const { topic } = unfollow
      await act(heard, 'unfollow', { conversationId: following.conversationId, ...(topic && { topic }) })
    }
    return follow ? { following: await begin(heard, follow, locale) } : kept
  } catch (error) {
    report(error)
    return undefined
  }
}

async function begin(
  heard: Heard,
  { topic, home }: NonNullable<Answered['follow']>,
  locale: Answered['locale'],
): Promise<Following> {
  const { client, conversationId } = heard
  const community = communityOf(heard)
  const input = { conversationId, topic, home, locale, ...(community && { community }) }
  const following = (await act(heard, 'follow', input)) as Following
  const link = { upstream: conversationId }
  await client.setState({ type: 'conversation', id: following.conversationId, name: 'link', payload: link })
  return following
}

async function act({ client }: Heard, type: string, input: object): Promise<object> {
  return (await client.callAction({ type: `${INTEGRATION}:${type}`, input })).output
}
