import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { text as readAll } from 'node:stream/consumers'
import type { ConversationState, Message } from '../../bot/types.ts'

export interface Call {
  method?: string
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, instead of `body`. */
  raw?: string | Uint8Array<ArrayBuffer>
  token?: string
  headers?: Record<string, string>
}

export interface Answer<Body = Record<string, unknown>> {
  status: number
  headers: Headers
  /** Undefined where there was none, or none in JSON. */
  body: Body
  text: string
}

/** One call; a POST where there is something to send and nothing else is said. */
export async function call<Body = Record<string, unknown>>(url: string, options: Call = {}): Promise<Answer<Body>> {
  const { body, raw, token, headers } = options
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await fetch(url, {
    method: options.method ?? (sent === undefined ? 'GET' : 'POST'),
    headers: {
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  })
  const text = await response.text()
  const json = /json/.test(response.headers.get('content-type') ?? '') && text !== ''
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (json ? JSON.parse(text) : undefined) as Body,
  }
}

export interface Said {
  message: Message
  replies: Message[]
  state: ConversationState
}

export interface TestOwner {
  id: string
  token: string
  /** The conversation's own address, without a slash at the end. */
  url: string
  says(
    text: string,
    more?: { clientMessageId?: string; choice?: string; attachments?: string[] },
  ): Promise<Answer<Said>>
  sees(after?: number): Promise<Message[]>
}

let messages = 0
/** A clientMessageId that no other message of this process has. */
export const nextMessageId = (): string => `m${++messages}`

/** Opens a conversation as the owner page does. */
export async function newOwner(server: string, body: object = {}): Promise<TestOwner> {
  const opened = await call<{ conversationId: string; token: string }>(`${server}/api/conversations`, { body })
  if (opened.status !== 201) throw new Error(`no conversation: ${opened.text}`)
  const { conversationId: id, token } = opened.body
  const url = `${server}/api/conversations/${id}`
  return {
    id,
    token,
    url,
    says: (text, more) =>
      call<Said>(`${url}/messages`, { token, body: { clientMessageId: nextMessageId(), text, ...more } }),
    sees: async (after = 0) => {
      const seen = await call<{ messages: Message[] }>(`${url}/messages?after=${after}&limit=500`, { token })
      return seen.body.messages
    },
  }
}

/** A request whose path goes out as it stands: fetch would tidy it up. */
export function callAsIs(
  server: string,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  const { hostname, port } = new URL(server)
  return new Promise((done, failed) => {
    const request = httpRequest({ hostname, port, path, agent: false, timeout: 5000, ...options }, async (response) => {
      done({ status: response.statusCode ?? 0, headers: response.headers, text: await readAll(response) })
    })
    request.once('timeout', () => request.destroy(new Error(`no answer to ${path} in 5 s`)))
    request.once('error', failed)
    request.end()
  })
}
