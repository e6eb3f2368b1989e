import type { Integration } from '@botpress/sdk'
import type { Qiao } from '../qiao.ts'
import type { BotpressRefusal } from '../refusals.ts'
import type { MayFetch } from './files.ts'

/** What the integration works with. */
export interface IntegrationParts {
  qiao: Qiao
  /** Shared with Qiao; signs what it tells. */
  secret: string
  now(): Date
  /** Counts what was not let in. */
  refused(reason: BotpressRefusal): void
  mayFetch: MayFetch
}

/** The API of Botpress, as the SDK hands it to what is called. */
export type Client = Parameters<ConstructorParameters<typeof Integration>[0]['handler']>[0]['client']

/** The downstream conversation, known by what Qiao calls it; made when it is not there. */
export async function conversationOf(client: Client, qiaoId: string) {
  const tags = { id: qiaoId }
  return (await client.getOrCreateConversation({ channel: 'hitl', tags, discriminateByTags: ['id'] })).conversation
}

/** What Qiao calls this conversation; undefined for one that is not Qiao's. */
export const qiaoIdOf = ({ tags }: { tags: Record<string, string | undefined> }): string | undefined =>
  tags.id || undefined
