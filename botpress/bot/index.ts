import { Bot } from '@botpress/sdk'
import { answer } from './answering.ts'
import { type BotParts, type Client, INTEGRATION, keepSession, sayOnce, sessionOf, upstreamOf } from './parts.ts'

/** A bot that Qiao answers; what needs a person goes to Qiao's desk, and comes back when they are done. */
export function createBot(parts: BotParts) {
  const bot = new Bot({ actions: {}, plugins: {} })

  bot.on.message('*', async ({ client, ctx, conversation, message, user }) => {
    const { id: conversationId, integration } = conversation
    const said = { type: message.type, payload: message.payload as Record<string, unknown>, origin: message.id }
    if (integration === INTEGRATION) return toOwner(client, ctx.botId, conversationId, said)
    const session = await sessionOf(client, conversationId)
    const { downstream, person } = session
    if (downstream && person) return sayOnce(client, { conversationId: downstream, userId: person, ...said })
    const { id, name } = user
    await answer(parts, {
      client,
      ctx,
      conversationId,
      session,
      message: { id: message.id, payload: said.payload },
      user: { id, ...(name && { name }) },
      botUserId: ctx.botId,
    })
  })

  bot.on.event(`${INTEGRATION}:hitlStopped`, async ({ client, event }) => {
    const { conversationId: downstream } = event.payload as { conversationId: string }
    const upstream = await upstreamOf(client, downstream)
    const session = upstream && (await sessionOf(client, upstream))
    // Of an earlier handoff that is told of late, nothing is ended.
    if (!upstream || !session || session.downstream !== downstream) return
    const { downstream: _over, person: _nobody, ...rest } = session
    await keepSession(client, upstream, rest)
  })

  return bot
}

/** What people say goes on to the owner, also after they are done: a farewell, news of a record. */
async function toOwner(
  client: Client,
  botUserId: string,
  downstream: string,
  said: { type: string; payload: Record<string, unknown>; origin: string },
): Promise<void> {
  const upstream = await upstreamOf(client, downstream)
  if (upstream) await sayOnce(client, { conversationId: upstream, userId: botUserId, ...said })
}
