export interface TicketTable {
  id: string
  conversation_id: string
  community: string
  stage: string
  /** 0 emergency, 1 high, 2 normal: it sorts. */
  priority: number
  reason: string
  team: string
  /** Staff id. */
  assignee: string | null
  summary: string
  mood: string
  channel: string
  home: string | null
  /** JSON `HandoffContext`. */
  context: string
  created_at: string
  due_at: string
  /** First claim; a release does not take it back. */
  claimed_at: string | null
  /** Since when the present holder has it. */
  held_since: string | null
  resolved_at: string | null
  /** Of the ticket that took this one in. */
  merged_into: string | null
  /** Of its context; null: not known. */
  intent: string | null
}

export interface TicketNoteTable {
  id: string
  ticket_id: string
  author: string
  text: string
  created_at: string
}

export interface TicketMentionTable {
  note_id: string
  staff_id: string
  ticket_id: string
  created_at: string
  /** When the one who is called looked at the ticket. */
  seen_at: string | null
}

export interface TicketKeyTable {
  key: string
  created_at: string
}

export interface TicketLabelTable {
  ticket_id: string
  intent: string | null
  /** The bot should have answered it. */
  should_answer: number
  author: string
  created_at: string
}

export interface StaffTeamTable {
  staff_id: string
  team: string
}

export interface CannedReplyTable {
  id: string
  /** Empty: of all compounds. */
  community: string
  shortcut: string
  text: string
  author: string
  updated_at: string
}

export interface AlertTable {
  id: string
  community: string
  kind: string
  /** Intent; empty with a blockade. */
  matter: string
  /** ISO date. */
  day: string
  homes: number
  created_at: string
  seen_by: string | null
  seen_at: string | null
}

/** Handoffs, and how staff deal with them. */
export interface TicketSchema {
  tickets: TicketTable
  ticket_notes: TicketNoteTable
  ticket_mentions: TicketMentionTable
  ticket_keys: TicketKeyTable
  ticket_labels: TicketLabelTable
  staff_teams: StaffTeamTable
  canned_replies: CannedReplyTable
  alerts: AlertTable
}
