import { createHash } from 'node:crypto'
import { RuntimeError } from '@botpress/sdk'
import type { Following } from '../../bot/types.ts'
import { check } from '../check.ts'
import { type Client, conversationOf, type IntegrationParts, qiaoIdOf } from './parts.ts'
import { lineOf } from './payloads.ts'
import { configuration, createUser, follow, type HistoryLine, startHitl, stopHitl, unfollow } from './schemas.ts'

interface Call {
  client: Client
  ctx: { botId: string; webhookId: string; configuration: unknown }
  input: unknown
}

const MOST_LINES = 500

/** The three actions of the HITL interface, and two by which a bot's owners follow the record. */
export function actionsOf({ qiao }: IntegrationParts) {
  return {
    createUser: async ({ client, input }: Call) => {
      const { name, pictureUrl, email } = check(createUser, input)
      const person = { name, ...(pictureUrl && { pictureUrl }) }
      // Without an address nobody can be known again: called twice, one of the two is never used.
      const { user } = email
        ? await client.getOrCreateUser({ ...person, tags: { email }, discriminateByTags: ['email'] })
        : await client.createUser({ ...person, tags: {} })
      return { userId: user.id }
    },

    startHitl: async ({ client, ctx, input }: Call) => {
      const given = check(startHitl, input)
      const settings = check(configuration, ctx.configuration)
      const { title, description, messageHistory, hitlSession: session = {} } = given
      const { user } = await client.getUser({ id: given.userId })
      const community = session.community ?? settings.community
      const arrived = await qiao.arrive({
        key: keyOf(ctx.botId, given),
        webhookId: ctx.webhookId,
        locale: session.locale ?? settings.locale,
        history: messageHistory.slice(-MOST_LINES).map(toLine),
        owner: ownerOf(user.name, session),
        ...(community && { community }),
        ...(title && { title }),
        ...(description && { description }),
        ...(session.intent && { intent: session.intent }),
        ...(session.facts && { facts: session.facts }),
      })
      return { conversationId: (await conversationOf(client, arrived.conversationId)).id }
    },

    stopHitl: async ({ client, input }: Call) => {
      const { conversationId } = check(stopHitl, input)
      const { conversation } = await client.getConversation({ id: conversationId })
      const id = qiaoIdOf(conversation)
      if (!id) throw new RuntimeError('conversationId: not one of Qiao')
      if (conversation.tags.stopped) return {}
      await qiao.stop(id)
      await client.updateConversation({ id: conversationId, tags: { stopped: 'by the bot' } })
      return {}
    },

    follow: async ({ client, ctx, input }: Call) => {
      const { conversationId, topic, home, ...given } = check(follow, input)
      const settings = check(configuration, ctx.configuration)
      const community = given.community ?? settings.community
      const followed = await qiao.follow({
        key: `${ctx.botId}/${conversationId}`.slice(0, 200),
        webhookId: ctx.webhookId,
        locale: given.locale ?? settings.locale,
        topic,
        home: home as Following['home'],
        ...(community && { community }),
      })
      // What is told comes there, and the bot takes it to its owner.
      const told = await conversationOf(client, followed.conversationId)
      return { conversationId: told.id, qiaoId: followed.conversationId }
    },

    unfollow: async ({ client, input }: Call) => {
      const { conversationId, topic } = check(unfollow, input)
      const { conversation } = await client.getConversation({ id: conversationId })
      const id = qiaoIdOf(conversation)
      if (!id) throw new RuntimeError('conversationId: not one of Qiao')
      await qiao.unfollow(id, topic)
      return {}
    },
  }
}

const toLine = ({ source, payload }: HistoryLine) =>
  ({ from: source.type === 'user' ? 'owner' : 'bot', text: lineOf(payload) }) as const

function ownerOf(name: string | undefined, { home, phone }: { home?: string | undefined; phone?: string | undefined }) {
  return { ...(name && { name: name.slice(0, 200) }), ...(home && { home }), ...(phone && { phone }) }
}

/** The bot's own key, else what makes this handoff the same as another: who, what, and all that was said. */
function keyOf(
  botId: string,
  { hitlSession, ...input }: { hitlSession?: { idempotencyKey?: string | undefined } | undefined },
): string {
  const key = hitlSession?.idempotencyKey ?? createHash('sha256').update(JSON.stringify(input)).digest('base64url')
  return `${botId}/${key}`.slice(0, 200)
}
