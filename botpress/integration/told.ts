import type { Request, Response } from '@botpress/sdk'
import type { z } from 'zod'
import { isSigned, SIGNATURE_HEADER } from '../../bot/channels/botpress/signature.ts'
import { check } from '../check.ts'
import { type Client, conversationOf, type IntegrationParts } from './parts.ts'
import { push } from './schemas.ts'

type Push = z.infer<typeof push>

/** Speaks for the bot where no person is named. */
const BOT = 'qiao'

/** What Qiao tells: words of bot and staff, who has it, that it ended. Told again, it is done once. */
export function toldBy(parts: IntegrationParts) {
  return async ({ req, client }: { req: Request; client: Client }): Promise<Response> => {
    const body = req.body ?? ''
    if (!isSigned(parts.secret, req.headers[SIGNATURE_HEADER], body, parts.now().getTime()))
      return { status: 401, body: '{"error":"not signed by Qiao, or too old"}' }
    const told = check(push, JSON.parse(body))
    const conversation = await conversationOf(client, told.conversationId)
    if (told.assigned) await assign(client, conversation, told.assigned)
    await speak(client, conversation.id, told)
    if (told.stopped) await end(client, conversation)
    return { status: 200, body: '{}' }
  }
}

interface Downstream {
  id: string
  tags: Record<string, string | undefined>
}

async function personOf(client: Client, name: string): Promise<string> {
  const { user } = await client.getOrCreateUser({ name, tags: { id: name }, discriminateByTags: ['id'] })
  return user.id
}

async function assign(client: Client, { id, tags }: Downstream, name: string): Promise<void> {
  if (tags.assigned === name) return
  const userId = await personOf(client, name)
  await client.createEvent({ type: 'hitlAssigned', conversationId: id, payload: { conversationId: id, userId } })
  await client.updateConversation({ id, tags: { assigned: name } })
}

async function speak(client: Client, conversationId: string, { id, author, text, choices = [] }: Push): Promise<void> {
  // The channel has no buttons; Qiao knows a choice by its number or its words.
  const numbered = choices.map(({ title }, index) => `${index + 1}. ${title}`)
  await client.getOrCreateMessage({
    conversationId,
    userId: await personOf(client, author ?? BOT),
    type: 'text',
    payload: { text: [text, ...numbered].join('\n') },
    tags: { id },
    discriminateByTags: ['id'],
  })
}

async function end(client: Client, { id, tags }: Downstream): Promise<void> {
  if (tags.stopped) return
  await client.createEvent({ type: 'hitlStopped', conversationId: id, payload: { conversationId: id } })
  await client.updateConversation({ id, tags: { stopped: 'by staff' } })
}
