import type { IntegrationSpecificClient } from '@botpress/sdk'
import type { Qiao } from '../qiao.ts'
import type { MayFetch } from './files.ts'

/** What the integration works with. */
export interface IntegrationParts {
  qiao: Qiao
  /** Shared with Qiao; signs what it tells. */
  secret: string
  now(): Date
  mayFetch: MayFetch
}

/** Of the SDK, without a schema of ours: what comes in is checked, and what goes out is typed where it is made. */
// biome-ignore lint/suspicious/noExplicitAny: the SDK's own default.
export type Client = IntegrationSpecificClient<any>

/** The downstream conversation, known by what Qiao calls it; made when it is not there. */
export async function conversationOf(client: Client, qiaoId: string) {
  const tags = { id: qiaoId }
  return (await client.getOrCreateConversation({ channel: 'hitl', tags, discriminateByTags: ['id'] })).conversation
}

/** What Qiao calls this conversation; undefined for one that is not Qiao's. */
export const qiaoIdOf = ({ tags }: { tags: Record<string, string | undefined> }): string | undefined =>
  tags.id || undefined
