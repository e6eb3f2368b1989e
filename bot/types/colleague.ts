import type { Role, Team } from './ticket.ts'

/** A member of staff as colleagues see one. */
export interface Colleague {
  id: string
  name: string
  role: Role
  teams: Team[]
  /** Open tickets in hand. */
  holds: number
  /** The compounds that they are limited to; left out where they are limited to none. */
  communities?: string[]
}

/** A reply that clerks keep. `{name}`, `{home}`, `{order}` and `{clerk}` in it stand for facts of the ticket. */
export interface CannedReply {
  id: string
  /** Empty: of all compounds. */
  community: string
  /** What is typed after `/` to find it. */
  shortcut: string
  text: string
  author: string
  updatedAt: string
}

/** What may stand in braces in a canned reply. */
export const PLACEHOLDERS = ['name', 'home', 'order', 'clerk'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]
