import type {
  Action,
  Attachment,
  Choice,
  Conversation,
  Delivery,
  Home,
  Message,
  Priority,
  RecordedClassification,
  StaffMember,
  StatusEntry,
  TicketNote,
  TicketRow,
  Vouched,
} from '../bot/types.ts'
import type { Row } from './schema.ts'

/*
 * Row ↔ type. The record is written by this product alone, so what comes out is trusted to be what went in, and
 * a text column of a closed set is taken for the set.
 */

const PRIORITIES: readonly Priority[] = ['emergency', 'high', 'normal']

/** 0 emergency, 1 high, 2 normal. */
export function priorityRank(priority: Priority): number {
  return PRIORITIES.indexOf(priority)
}

export function json<T>(text: string): T {
  return JSON.parse(text) as T
}

export function text(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}

/** The property when there is a value, nothing when the column is null. */
export function some<Key extends string, T>(key: Key, value: T | null): { [K in Key]?: T } {
  return (value === null ? {} : { [key]: value }) as { [K in Key]?: T }
}

export function someJson<Key extends string, T>(key: Key, value: string | null): { [K in Key]?: T } {
  return some(key, value === null ? null : json<T>(value))
}

export function toConversation(row: Row<'conversations'>): Conversation {
  return {
    id: row.id,
    community: row.community,
    locale: row.locale as Conversation['locale'],
    channel: row.channel as Conversation['channel'],
    stage: row.stage as Conversation['stage'],
    verified: row.verified === 1,
    memory: json(row.memory),
    version: row.version,
    lastSeq: row.last_seq,
    createdAt: row.created_at,
    lastActiveAt: row.last_active_at,
  }
}

export function toMessage(row: Row<'messages'>): Message {
  return {
    id: row.id,
    seq: row.seq,
    conversationId: row.conversation_id,
    from: row.speaker as Message['from'],
    ...some('author', row.author),
    text: row.text,
    ...someJson<'choices', Choice[]>('choices', row.choices),
    ...some('intent', row.intent),
    ...some('action', row.action as Action | null),
    ...someJson<'card', NonNullable<Message['card']>>('card', row.card),
    ...someJson<'sources', NonNullable<Message['sources']>>('sources', row.sources),
    ...someJson<'attachments', Attachment[]>('attachments', row.attachments),
    ...some('delivery', row.delivery as Delivery | null),
    createdAt: row.created_at,
  }
}

export function toClassification(row: Row<'classifications'>): RecordedClassification {
  return {
    seq: row.seq,
    intent: row.intent,
    confidence: row.confidence,
    alternatives: json(row.alternatives),
  }
}

/** A ticket with the name of whoever holds it. */
export type TicketWithHolder = Row<'tickets'> & {
  holder: string | null
  waiting_since: string | null
  /** Of the queue's rows alone. */
  last_asked_at?: string | null
}

export function toTicketRow(row: TicketWithHolder): TicketRow {
  return {
    id: row.id,
    stage: row.stage as TicketRow['stage'],
    priority: PRIORITIES[row.priority] ?? 'normal',
    reason: row.reason as TicketRow['reason'],
    team: row.team,
    ...some('assignee', row.holder),
    createdAt: row.created_at,
    dueAt: row.due_at,
    ...some('resolvedAt', row.resolved_at),
    ...(row.stage === 'resolved' ? {} : some('waitingSince', row.waiting_since)),
    ...(row.stage === 'resolved' ? {} : some('lastAskedAt', row.last_asked_at ?? null)),
    ...some('mergedInto', row.merged_into),
    conversationId: row.conversation_id,
    community: row.community,
    summary: row.summary,
    mood: row.mood as TicketRow['mood'],
    channel: row.channel as TicketRow['channel'],
    ...some('home', row.home),
  }
}

export function toNote(row: Row<'ticket_notes'>): TicketNote {
  return { id: row.id, author: row.author, text: row.text, createdAt: row.created_at }
}

export function toStatusEntry(row: Row<'status_entries'>): StatusEntry {
  return {
    id: row.id,
    community: row.community,
    topic: row.topic,
    scope: json<Home>(row.scope),
    state: json(row.state),
    log: json(row.log),
    ...someJson<'blockedBy', StatusEntry['state']>('blockedBy', row.blocked_by),
    ...someJson<'nextActor', StatusEntry['state']>('nextActor', row.next_actor),
    ...someJson<'announced', NonNullable<StatusEntry['announced']>>('announced', row.announced),
    asOf: row.as_of,
    staleAfterHours: row.stale_after_hours,
    source: json(row.source),
    ...someJson<'vouched', Vouched[]>('vouched', row.vouched),
    ...some('closedAt', row.closed_at),
  }
}

export function toStaffMember(row: Row<'staff'>): StaffMember {
  const communities = json<string[]>(row.communities)
  return {
    id: row.id,
    name: row.name,
    role: row.role as StaffMember['role'],
    disabled: row.disabled === 1,
    ...(communities.length > 0 && { communities }),
    ...(row.totp_secret !== null && { totp: true as const }),
  }
}
