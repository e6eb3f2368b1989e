import {
  OpenAPIRegistry,
  OpenApiGeneratorV31,
  type ResponseConfig,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import type { ErrorCode } from '../bot/errors.ts'
import { type DeskSchemas, type DocumentedCall, deskCalls } from './calls.ts'
import { channelCalls } from './callsChannels.ts'
import { repairCalls } from './callsDispatch.ts'
import { operationsCalls } from './callsOperations.ts'
import { ownerCalls } from './callsOwner.ts'
import { statusOf } from './problem.ts'

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>

/** Every call that there is. */
export const documentedCalls = (desk: DeskSchemas): DocumentedCall[] => [
  ...ownerCalls,
  ...repairCalls,
  ...deskCalls(desk),
  ...channelCalls,
  ...operationsCalls,
]

/** The codes with which this call may fail. */
export function codesOf(call: DocumentedCall): ErrorCode[] {
  const { tag, method, path, access, body, query } = call
  if (tag === 'operations') return []
  // Each platform has its own ways to be refused.
  if (tag === 'channels') return call.codes ?? []
  const codes: ErrorCode[] = [
    ...(method !== 'get' ? (['bad_json', 'too_large', 'too_slow'] as const) : []),
    ...(body || query ? (['bad_request'] as const) : []),
    ...(access === 'everybody' ? [] : (['unauthorized'] as const)),
    ...(access === 'session' && method !== 'get' ? (['csrf'] as const) : []),
    ...(path.includes('{id}') ? (['not_found'] as const) : []),
    ...(call.codes ?? []),
    'unavailable',
  ]
  return [...new Set(codes)]
}

/** The OpenAPI document, made from the schemas that check the requests. */
export function openapiOf(desk: DeskSchemas): OpenApiDocument {
  const registry = new OpenAPIRegistry()
  const token = registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  const session = registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'qiao',
  })
  const secret = registry.registerComponent('securitySchemes', 'secret', { type: 'http', scheme: 'bearer' })
  const security = {
    everybody: [],
    token: [{ [token.name]: [] }],
    session: [{ [session.name]: [] }],
    secret: [{ [secret.name]: [] }],
  }
  for (const call of documentedCalls(desk)) registry.registerPath({ ...routeOf(call), security: security[call.access] })
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Qiao 桥',
      version: '1',
      description: 'Errors are RFC 9457 problem details with a stable `code`. Times are ISO 8601, UTC.',
    },
  })
}

function routeOf(call: DocumentedCall): RouteConfig {
  const { method, path, summary, tag, body, query } = call
  const csrf = call.access === 'session' && method !== 'get'
  return {
    method,
    path,
    summary,
    tags: [tag],
    request: {
      ...(path.includes('{') ? { params: z.object(paramsOf(path)) } : {}),
      ...(query ? { query } : {}),
      ...(csrf ? { headers: z.object({ 'x-csrf-token': z.string() }) } : {}),
      ...(body ? { body: { content: { 'application/json': { schema: body } } } } : {}),
    },
    responses: { ...goodAnswers(call), ...problems(call) },
  }
}

const paramsOf = (path: string): Record<string, z.ZodString> =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, z.string()]))

function goodAnswers({ answers }: DocumentedCall): Record<number, ResponseConfig> {
  const entries = Object.entries(answers).map(([status, answer]): [string, ResponseConfig] => {
    if (answer === 'empty') return [status, { description: 'Done; no body' }]
    const content =
      typeof answer === 'string' ? { [answer]: { schema: z.string() } } : { 'application/json': { schema: answer } }
    return [status, { description: 'Done', content }]
  })
  return Object.fromEntries(entries)
}

/** One answer a status, with the codes that it may carry. */
function problems(call: DocumentedCall): Record<number, ResponseConfig> {
  const all = codesOf(call)
  const entries = [...new Set(all.map(statusOf))].map((status): [number, ResponseConfig] => {
    const codes = all.filter((code) => statusOf(code) === status)
    const schema = z.looseObject({
      type: z.literal('about:blank'),
      title: z.string().describe("Words for people, in the reader's language"),
      status: z.literal(status),
      code: z.enum(codes),
      ...more(call, status),
    })
    return [status, { description: codes.join(', '), content: { 'application/problem+json': { schema } } }]
  })
  return Object.fromEntries(entries)
}

function more({ path, tag }: DocumentedCall, status: number): Record<string, z.ZodType> {
  if ((status === 503 || status === 429) && path.endsWith('/messages') && tag === 'owner')
    return {
      emergency: z
        .object({ text: z.string() })
        .optional()
        .describe('What to do at once, where the words are an emergency'),
    }
  if (status === 409 && tag === 'desk') return { holder: z.string().optional().describe('Who holds the ticket') }
  if (status === 422) return { field: z.string().optional().describe('The first field that is wrong') }
  return {}
}
