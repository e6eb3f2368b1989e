import type { Bot } from '@botpress/sdk'
import type { Choice, Locale, Remembered } from '../../bot/types.ts'
import type { Qiao } from '../qiao.ts'

/** Alias under which the integration stands in the bot. */
export const INTEGRATION = 'qiao'

export interface BotParts {
  qiao: Qiao
  report(error: unknown): void
}

/** The API of Botpress, as the SDK hands it to what hears messages. */
export type Client = Parameters<Parameters<InstanceType<typeof Bot>['on']['message']>[1]>[0]['client']

/** Of the owner's conversation. */
export interface Session {
  remembered?: Remembered
  /** Buttons under the last answer. */
  offered?: Choice[]
  locale?: Locale
  /** The conversation with people, while they have it. */
  downstream?: string
  /** As whom the owner writes there. */
  person?: string
  /** Where changes of the record are told that the owner follows. */
  following?: Following
}

export interface Following {
  conversationId: string
  /** What Qiao calls it. */
  qiaoId: string
}

/** What the owner wrote to the bot. */
export interface Heard {
  client: Client
  ctx: { configuration: unknown }
  conversationId: string
  message: { id: string; payload: Record<string, unknown> }
  user: { id: string; name?: string }
  botUserId: string
  session: Session
}

/** Compound of the bot, where it has one. */
export function communityOf({ ctx }: Heard): string | undefined {
  const { community } = (ctx.configuration ?? {}) as { community?: unknown }
  return typeof community === 'string' && community !== '' ? community : undefined
}

export async function sessionOf(client: Client, conversationId: string): Promise<Session> {
  const wanted = { type: 'conversation', id: conversationId, name: 'session', payload: {} } as const
  return (await client.getOrSetState(wanted)).state.payload as Session
}

export async function keepSession(client: Client, conversationId: string, payload: Session): Promise<void> {
  await client.setState({ type: 'conversation', id: conversationId, name: 'session', payload })
}

/** The owner's conversation behind one with people; undefined for one that we did not begin. */
export async function upstreamOf(client: Client, downstream: string): Promise<string | undefined> {
  const wanted = { type: 'conversation', id: downstream, name: 'link', payload: {} } as const
  return ((await client.getOrSetState(wanted)).state.payload as { upstream?: string }).upstream
}

/** Says it once, however often it is told to; `origin` is what it answers or repeats. */
export async function sayOnce(
  client: Client,
  message: { conversationId: string; userId: string; type: string; payload: Record<string, unknown>; origin: string },
): Promise<void> {
  const { origin, ...said } = message
  await client.getOrCreateMessage({ ...said, tags: { origin }, discriminateByTags: ['origin'] })
}
