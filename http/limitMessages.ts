import type { Request, RequestHandler } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { OwnerPorts } from './ownerPorts.ts'

const WINDOW_MS = 60_000
/** Emergencies a minute that are taken over any limit, of one conversation and of one address. */
const EMERGENCIES = { conversation: 10, address: 600 }

export type MessageLimitPorts = Pick<
  OwnerPorts,
  'store' | 'counts' | 'limits' | 'findEmergency' | 'emergencyText' | 'shed'
>

/** Whose message it is. */
export interface Sender {
  conversationId: string
  /** Whether it may be bound to a home. */
  bound: boolean
  /** Left out where the caller is no owner's device but a server that speaks for many. */
  address?: string
}

interface Counter {
  name: 'conversation' | 'home' | 'address' | 'installation'
  key: string
  most: number
}

/**
 * So many messages a minute of a conversation, a home, an address and the installation, over all instances; above that
 * 429 with Retry-After. What a narrower limit refuses is not counted by the wider ones, so that one who floods uses up
 * nobody else's. Emergencies pass, a few a minute; those that don't are told what to do with the refusal.
 */
export function limitMessages(ports: MessageLimitPorts, senderOf: (request: Request) => Sender): RequestHandler {
  return async (request, _response, next) => {
    const sender = senderOf(request)
    const over = await firstOver(ports, await countersOf(ports, sender))
    if (!over) return next()
    const text = textOf(request)
    const match = text === undefined ? undefined : ports.findEmergency(text)
    if (match && (await isSpared(ports, sender))) return next()
    ports.shed(over.name)
    const emergency = match && text !== undefined && { emergency: { text: ports.emergencyText(match, text) } }
    const details = { reason: over.name, retryAfterSeconds: Math.max(1, Math.ceil(over.endsInMs / 1000)), ...emergency }
    throw new QiaoError('too_many', `over the limit by ${over.name}`, { details })
  }
}

/** The narrowest first. */
async function countersOf({ store, limits }: MessageLimitPorts, sender: Sender): Promise<Counter[]> {
  const { conversationId, bound, address } = sender
  const home = bound ? await store.homes.idOfConversation(conversationId) : undefined
  return [
    { name: 'conversation', key: conversationId, most: limits.messagesPerMinute },
    ...(home === undefined ? [] : [{ name: 'home' as const, key: home, most: limits.perHome }]),
    ...(address === undefined ? [] : [{ name: 'address' as const, key: address, most: limits.perAddress }]),
    { name: 'installation', key: 'all', most: limits.perInstallation },
  ]
}

async function firstOver(
  { counts }: MessageLimitPorts,
  counters: Counter[],
): Promise<(Counter & { endsInMs: number }) | undefined> {
  for (const counter of counters) {
    const { hits, endsInMs } = await counts.count(`${counter.name}:${counter.key}`, WINDOW_MS)
    if (hits > counter.most) return { ...counter, endsInMs }
  }
  return undefined
}

async function isSpared({ counts }: MessageLimitPorts, { conversationId, address }: Sender): Promise<boolean> {
  const own = await counts.count(`urgent:${conversationId}`, WINDOW_MS)
  if (own.hits > EMERGENCIES.conversation) return false
  if (address === undefined) return true
  return (await counts.count(`urgent from:${address}`, WINDOW_MS)).hits <= EMERGENCIES.address
}

/** Undefined for a tapped button and for a file, which say nothing by themselves. */
function textOf({ body }: Request): string | undefined {
  const { text, choice } = (body ?? {}) as { text?: unknown; choice?: unknown }
  return typeof text === 'string' && choice === undefined ? text : undefined
}
