import { createParser } from 'eventsource-parser'
import type { Clerk, Place } from './place.ts'

/** Reads an event stream until it is stopped. */
export function hear(
  url: string,
  headers: Record<string, string>,
  on: (event: string, data: string) => void,
): () => void {
  const stop = new AbortController()
  const read = async () => {
    const response = await fetch(url, { headers, signal: stop.signal })
    if (!response.ok || !response.body) throw new Error(`${url} answers ${response.status}`)
    const parser = createParser({ onEvent: ({ event = '', data }) => on(event, data) })
    const text = new TextDecoder()
    for await (const part of response.body) parser.feed(text.decode(part as Uint8Array, { stream: true }))
  }
  read().catch((error: unknown) => {
    if (!stop.signal.aborted) process.stderr.write(`${String(error)}\n`)
  })
  return () => stop.abort()
}

/** A clerk's page without the pixels: it hears what changed, and reads its open ticket again when that is meant. */
export function clerkAtWork(
  { url }: Place,
  { cookie }: Clerk,
  mine: { conversationId: string; ticketId: string },
  on: (texts: string[]) => void,
): () => void {
  return hear(`${url}/api/desk/events`, { cookie }, (event, data) => {
    if (event !== 'messages') return
    if ((JSON.parse(data) as { conversationId: string }).conversationId !== mine.conversationId) return
    void fetch(`${url}/api/desk/tickets/${mine.ticketId}`, { headers: { cookie } })
      .then((response) => response.json() as Promise<{ context: { transcript: { text: string }[] } }>)
      .then(({ context }) => on(context.transcript.map(({ text }) => text)))
  })
}

export async function ownerSays(url: string, conversationId: string, token: string, text: string): Promise<void> {
  const response = await fetch(`${url}/api/conversations/${conversationId}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ clientMessageId: text, text }),
  })
  if (!response.ok) throw new Error(`a message was answered by ${response.status}`)
  await response.arrayBuffer()
}
