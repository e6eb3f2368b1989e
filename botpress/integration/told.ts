import type { Request, Response } from '@botpress/sdk'
import type { z } from 'zod'
import { readSignature, SIGNATURE_HEADER } from '../../bot/channels/botpress/signature.ts'
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
    const signed = readSignature(parts.secret, req.headers[SIGNATURE_HEADER], body, parts.now().getTime())
    if (signed !== 'good') {
      parts.refused(signed)
      return { status: 401, body: '{"error":"not signed by Qiao, or too old"}' }
    }
    const told = check(push, JSON.parse(body))
    const conversation = await conversationOf(client, told.conversationId)
    if (told.assigned) await assign(client, conversation, told.assigned)
    await speak(client, conversation.id, told)
    await show(parts, client, conversation.id, told)
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
  if (!text && !choices.length) return
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

/** Files as Botpress keeps them, each a message of its own. */
async function show(
  { qiao }: IntegrationParts,
  client: Client,
  conversationId: string,
  { id, author, files, conversationId: qiaoId }: Push,
): Promise<void> {
  for (const [index, file] of files.entries()) {
    const { url } = await laidDown(client, file, await qiao.download(qiaoId, file.id))
    await client.getOrCreateMessage({
      conversationId,
      userId: await personOf(client, author ?? BOT),
      ...shownAs(file, url),
      tags: { id: `${id}/f${index}` },
      discriminateByTags: ['id'],
    })
  }
}

type SentFile = Push['files'][number]

/** Under the same key it is the same file, however often it comes; nobody finds its address who was not given it. */
async function laidDown(client: Client, { id, name, type }: SentFile, content: Uint8Array<ArrayBuffer>) {
  const { file } = await client.uploadFile({
    key: `qiao/${id}/${name}`,
    content,
    contentType: type,
    accessPolicies: ['public_content'],
    publicContentImmediatelyAccessible: true,
  })
  return file
}

function shownAs({ name, type }: SentFile, url: string) {
  if (type.startsWith('image/')) return { type: 'image' as const, payload: { imageUrl: url, title: name } }
  if (type.startsWith('audio/')) return { type: 'audio' as const, payload: { audioUrl: url, title: name } }
  return { type: 'file' as const, payload: { fileUrl: url, title: name } }
}

async function end(client: Client, { id, tags }: Downstream): Promise<void> {
  if (tags.stopped) return
  await client.createEvent({ type: 'hitlStopped', conversationId: id, payload: { conversationId: id } })
  await client.updateConversation({ id, tags: { stopped: 'by staff' } })
}
