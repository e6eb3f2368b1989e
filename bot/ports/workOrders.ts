import type {
  Attachment,
  Incident,
  Locale,
  OrderPlace,
  Reply,
  Slots,
  Vouched,
  WorkOrder,
  WorkOrderState,
} from '../types.ts'

/** A work order that a turn files. */
export interface FileOrder {
  number: string
  intent: string
  slots: Slots
  attachments?: Attachment[]
  /** Left out where it isn't known well enough to find the same fault. */
  place?: OrderPlace
  /** Takes the place of the reply that says `opened`, when the same fault is filed already. */
  joined?: Reply
  /** The same where this very conversation had filed or joined it. */
  joinedOwn?: Reply
  /** In place of both where it counts as urging; `{n}` in it becomes how often it was urged by then. */
  joinedAgain?: Reply
  /** Name of the clerk to whom it was said; each time they take it down counts. */
  by?: string
  continues?: string
}

/** One of the conversations that are told of a move. */
export interface OrderReader {
  community: string
  locale: Locale
  /** This owner's own words. */
  slots: Slots
  /** It had an emergency in the last seven days: nobody is asked for a rating then. */
  afterEmergency: boolean
}

export interface OrderMove {
  state: WorkOrderState
  /** Name of the member of staff. */
  by: string
  /** ISO 8601 UTC; of `scheduled` alone. */
  scheduledFor?: string
  worker?: string
  note?: string
}

/** `illegal`: from its present state it can't go there; `late`: it was done too long ago to be opened again. */
export type OrderMoved =
  | { kind: 'ok'; order: WorkOrder; told: string[] }
  | { kind: 'illegal'; from: WorkOrderState }
  | { kind: 'late' }
  | { kind: 'unknown' }

export interface WorkOrderFilter {
  state?: WorkOrderState
  community?: string
  /** Of these compounds alone. */
  communities?: readonly string[]
  /** A number, or words of what was reported. */
  q?: string
  /** From 1; 50 rows each. */
  page?: number
}

/** What the company's own system is to be told next. */
export interface OrderPush {
  id: string
  /** JSON. */
  body: string
  attempts: number
}

export interface WorkOrderStore {
  /** A number that nobody else gets. */
  reserveNumber(): Promise<string>
  /** Those that it filed or joined, newest first, in this owner's own words. */
  ofConversation(conversationId: string): Promise<WorkOrder[]>
  find(community: string, number: string): Promise<WorkOrder | undefined>
  /** By number alone, for staff. */
  byNumber(number: string): Promise<WorkOrder | undefined>
  /** What each owner who reported it said, the first one first. */
  reports(number: string): Promise<{ conversationId: string; slots: Slots; since: string }[]>
  /** What each owner who rated it gave, 1 to 5, the last one first. */
  ratings(number: string): Promise<{ conversationId: string; score: number; at: string }[]>
  /** Open ones that were urged last come first, then the newest. */
  list(filter: WorkOrderFilter): Promise<{ workOrders: WorkOrder[]; total: number }>
  /** All of the filter, newest first, at most `limit`. */
  all(filter: Omit<WorkOrderFilter, 'page'>, limit: number): Promise<WorkOrder[]>
  /** An owner asked again, as a clerk writes down; one that is over is given as it is. */
  urge(number: string, by: string, note?: string): Promise<WorkOrder | undefined>
  /** Moves it and tells everybody who reported it, in one transaction. */
  move(number: string, move: OrderMove, says: (reader: OrderReader, order: WorkOrder) => Reply): Promise<OrderMoved>
  /** Takes due ones, at most one a work order, so that each comes in order; where several instances send, once each. */
  duePushes(limit: number): Promise<OrderPush[]>
  /** `dead`: given up. */
  pushed(id: string, result: 'sent' | 'dead' | { retryAt: string }): Promise<void>
}

export interface IncidentStore {
  /** The one that is open there, if it isn't over by itself. */
  current(community: string, topic: string, building: string): Promise<Incident | undefined>
  find(id: string): Promise<Incident | undefined>
  /** Those not closed first, then the newest; at most 100. */
  list(filter: { community?: string; communities?: readonly string[]; open?: boolean }): Promise<Incident[]>
  /**
   * Tells every conversation that asked, once each; the same text again reaches only those that have not got it.
   * Undefined for an incident that isn't there or is closed.
   */
  answer(
    id: string,
    answer: { text: string; by: string; vouched?: Vouched },
    says: (reader: { community: string; locale: Locale }) => Reply,
  ): Promise<{ incident: Incident; told: string[] } | undefined>
  /** False when it isn't there or is closed already. */
  close(id: string): Promise<boolean>
}
