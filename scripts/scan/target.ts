import { z } from 'zod'
import { deskSchemas } from '../../desk/schemas.ts'
import type { DocumentedCall } from '../../http/calls.ts'
import { documentedCalls } from '../../http/openapi.ts'
import { type Things, twoCompounds } from '../../test/security/twoCompounds.ts'

/** A call as a tool is to send it. */
export interface Asked {
  method: string
  url: string
  headers: Record<string, string>
  /** JSON. */
  body?: string
}

export interface Target {
  url: string
  /** Lets into the desk. */
  cookie: string
  calls: Asked[]
  stop(): Promise<void>
}

/** Never end, end the tool's own session, or belong to platforms whose signature a tool can't make. */
const LEFT_OUT = /\/events$|\/logout$|\/login$|\/oidc\//

/** A throw-away instance with things of every kind in it and no limits. */
export async function openTarget(): Promise<Target> {
  const many = String(Number.MAX_SAFE_INTEGER)
  const limits = { LIMIT_CONVERSATIONS: many, LIMIT_MESSAGES: many, LIMIT_FAILED_LOGINS: many }
  const two = await twoCompounds(limits)
  const admin = await two.desk.clerk('扫描', 'admin')
  const { cookie } = admin
  const keys = {
    desk: { cookie, 'x-csrf-token': admin.csrf },
    owner: { authorization: `Bearer ${two.demo.owner.token}` },
  }
  const calls = documentedCalls(deskSchemas)
    .filter(({ path, tag, method }) => !LEFT_OUT.test(path) && tag !== 'channels' && method !== 'delete')
    .map((call) => askedFor(two.desk.url, call, two.demo, call.tag === 'desk' ? keys.desk : keys.owner))
  return { url: two.desk.url, cookie, calls, stop: () => two.stop() }
}

function askedFor(url: string, call: DocumentedCall, things: Things, headers: Record<string, string>): Asked {
  const { method, path, query, body } = call
  const filled = path.replace(/\{\w+\}/g, idIn(path, things))
  const asked = new URLSearchParams(query ? fieldsOf(query) : {}).toString()
  return {
    method: method.toUpperCase(),
    url: `${url}${filled}${asked && `?${asked}`}`,
    headers,
    ...(body && { body: JSON.stringify(fieldsOf(body)) }),
  }
}

function idIn(path: string, { owner, ticket, order, entry, home, file }: Things): string {
  if (path.startsWith('/api/conversations/')) return owner.id
  if (path.includes('/communities/')) return 'demo'
  if (path.includes('/homes/')) return home
  if (path.includes('/work-orders/')) return order
  if (path.includes('/attachments/')) return file
  return path.includes('/status-board/') || path.includes('/notices/') ? entry : ticket
}

/** Something likely for each field, so that the call gets past its schema more often than not. */
function fieldsOf(schema: z.ZodObject): Record<string, string> {
  const properties = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }).properties ?? {}
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, likely(name, one)]))
}

function likely(name: string, one: z.core.JSONSchema._JSONSchema): string {
  if (typeof one === 'object' && one.enum?.[0] !== undefined) return String(one.enum[0])
  if (name === 'community') return 'demo'
  return typeof one === 'object' && (one.type === 'integer' || one.type === 'number') ? '1' : 'text'
}
