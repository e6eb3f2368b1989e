/** Fan-out of what has been committed; it carries no content that the record does not hold. */
export interface Live {
  publish(topic: string, event: LiveEvent): void
  /** Returns the way to stop. */
  subscribe(topic: string, listener: (event: LiveEvent) => void): () => void
}

/** `messages`: there are new ones in the record, to be read from there. */
export type LiveEvent =
  | { kind: 'messages'; conversationId: string }
  | { kind: 'state'; conversationId: string }
  /** What it may see has changed: its streams end, and whoever may listen still comes back and is looked at anew. */
  | { kind: 'access'; conversationId: string }
  | { kind: 'typing'; conversationId: string; from: 'owner' | 'bot' | 'staff'; author?: string }
  | { kind: 'tickets'; ticketId?: string }
  | { kind: 'board'; entryId: string }
  | { kind: 'work_orders'; number: string }
  | { kind: 'incidents'; incidentId: string }
  /** Of the city's hotline: taken down, mended or answered. */
  | { kind: 'hotline'; hotlineId: string }
  /** A note calls this member of staff, who alone is told. */
  | { kind: 'mentions'; ticketId: string; staffId: string }
  /** One was raised, or a manager took note of one. */
  | { kind: 'alerts'; alertId: string }
  | { kind: 'callbacks'; callbackId: string }
  | { kind: 'handovers'; handoverId: string }
  /** Other knowledge is published, or a draft changed: to be read from the record. */
  | { kind: 'knowledge' }
  /** What this member of staff may do has changed, or a session of theirs has ended. */
  | { kind: 'staff'; staffId: string }
  /** Something may have been missed: all of this topic is to be read from the record again. */
  | { kind: 'resync' }
