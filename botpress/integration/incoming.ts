import { RuntimeError } from '@botpress/sdk'
import { NOT_KEPT } from '../words.ts'
import { fetchFile } from './files.ts'
import { type Client, type IntegrationParts, qiaoIdOf } from './parts.ts'
import { type Content, contentOf } from './payloads.ts'

interface Said {
  client: Client
  conversation: { id: string; tags: Record<string, string | undefined> }
  message: { id: string }
  payload: Record<string, unknown>
  ack(props: { tags: Record<string, string> }): Promise<void>
}

/** What the owner says while people have the conversation: every type of message of the channel `hitl`. */
export function messagesOf(parts: IntegrationParts) {
  const take = (said: Said) => bring(parts, said)
  return { text: take, image: take, audio: take, video: take, file: take, bloc: take }
}

async function bring(parts: IntegrationParts, { conversation, message, payload, ack }: Said): Promise<void> {
  const id = qiaoIdOf(conversation)
  if (!id) throw new RuntimeError('the conversation is not one of Qiao')
  const { text, attachments } = await kept(parts, id, contentOf(payload))
  const brought = await parts.qiao.say({ conversationId: id, clientMessageId: message.id, text, attachments })
  await ack({ tags: { id: brought.id } })
}

/** Files as Qiao keeps them; of what it does not take, staff get the address. */
async function kept({ qiao, mayFetch }: IntegrationParts, id: string, { text, files }: Content) {
  const attachments: string[] = []
  const lines = text ? [text] : []
  for (const { url, title } of files) {
    const file = await fetchFile(url, title, mayFetch)
    const attachment = file && (await qiao.upload(id, file).catch(refusedIsUndefined))
    if (attachment) attachments.push(attachment)
    else lines.push(`${NOT_KEPT.file}${url}）`)
  }
  return { text: lines.join('\n'), attachments }
}

/** Qiao takes no videos; that it is away is another matter, and the message is brought again. */
function refusedIsUndefined(error: unknown): undefined {
  if (error instanceof RuntimeError) return undefined
  throw error
}
