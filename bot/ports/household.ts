import type { ChannelName, Subscription, TicketNote, TicketRow, Visit, WorkOrder } from '../types.ts'

/** That somebody spoke of a home as theirs, in a ticket or with a work order; anybody may. */
export interface HomeClaim {
  conversationId: string
  /** As it was said. */
  home: string
  /** One of the two. */
  ticketId?: string
  number?: string
}

/** A conversation of the home. */
export interface HomePerson {
  conversationId: string
  channel: ChannelName
  lastActiveAt: string
  /** When a code from staff bound it to the home; left out: it only says so. */
  boundAt?: string
  /** Phone, whole, as it was said. */
  phone?: string
}

/** What is read of a home: of the conversations that are bound to it everything, of others what they said of it. */
export interface HouseholdRecord {
  people: HomePerson[]
  tickets: TicketRow[]
  /** With the conversations that reported each. */
  workOrders: (WorkOrder & { reportedBy: string[] })[]
  visits: Visit[]
  subscriptions: Subscription[]
  notes: (TicketNote & { ticketId: string })[]
}

export interface HouseholdStore {
  /** Tickets and work orders of the compound in whose home these signs stand, since then, newest first, at most 500. */
  claims(place: { community: string; room: string; since?: string }): Promise<HomeClaim[]>
  /** When the home changed hands, as far as it is on record. */
  since(homeId: string): Promise<string | undefined>
  /** Everything newest first, at most 100 of a kind. */
  read(homeId: string, claims: readonly HomeClaim[]): Promise<HouseholdRecord>
}
