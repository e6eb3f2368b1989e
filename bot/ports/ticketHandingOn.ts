import type { StaffMember, TicketRow } from '../types.ts'
import type { TicketChange } from './tickets.ts'

/** Where a ticket goes on: to a colleague, who then holds it, or back into the queue for a team. */
export type PassTo = { staffId: string } | { team: string }

/** What is said to the owner and, as a note, among staff. */
export interface PassWords {
  says: string
  note: string
}

/** Whoever passes it on. A manager may move what another holds. */
export type Mover = Pick<StaffMember, 'id' | 'role'>

/** A ticket whose holder lets the owner wait. */
export interface SilentTicket extends TicketRow {
  /** Name of the holder. */
  assignee: string
  /** Since when the owner has waited for this holder. */
  silentSince: string
}

/** How tickets change hands. Each verb is one transaction; a lost race changes nothing. */
export interface TicketHandingOn {
  /** @throws unknown_staff for a colleague who is not there or has left */
  transfer(id: string, by: Mover, to: PassTo, words: PassWords): Promise<TicketChange>
  /** To the managers: `high` at least, waiting for one of them. Anybody who holds it, and whoever finds it waiting. */
  handUp(id: string, by: Mover, words: PassWords): Promise<TicketChange>
  /**
   * Takes `other` in: its notes come over and it is ended, its owner told where it goes on. Both must be of the same
   * conversation or of the same home that was proven by a code; else `stranger`.
   */
  merge(
    id: string,
    by: Mover,
    other: string,
    words: PassWords,
  ): Promise<TicketChange | { kind: 'stranger' } | { kind: 'same' }>
  /** Held ones of the compound whose owner has waited since before this time for a word, the longest first. */
  silent(community: string, before: string): Promise<SilentTicket[]>
  /** Back into the queue, only while it stands as it was seen. */
  giveBack(seen: SilentTicket, words: PassWords): Promise<boolean>
}
