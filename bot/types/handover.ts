import type { Priority } from './conversation.ts'

/** What a shift leaves to the next, by reference: whose words it is about stay where they are kept. */
export interface HandoverSummary {
  /** Tickets that somebody holds, the most urgent first. */
  held: HandoverTicket[]
  /** Emergencies that are not resolved, held or not. */
  emergencies: HandoverTicket[]
  callbacks: { id: string; ticketId: string; by: string; dueAt: string }[]
  /** Entries of the status board that nobody renewed in time. */
  stale: { entryId: string; topic: string; asOf: string }[]
}

export interface HandoverTicket {
  ticketId: string
  /** Title of what it is about, as the queue shows it; empty: nothing was understood. */
  matter: string
  priority: Priority
  assignee?: string
  dueAt: string
}

/** Written by who goes, signed by who comes; neither is changed afterwards. */
export interface Handover {
  id: string
  community: string
  /** Name of the clerk who goes. */
  by: string
  note: string
  summary: HandoverSummary
  createdAt: string
  /** Name of the clerk who comes. */
  signedBy?: string
  signedAt?: string
}
