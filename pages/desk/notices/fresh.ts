import type { TicketRow } from '../../../bot/types.ts'

/** The tickets that concern one clerk. */
export interface Concerns {
  /** Held by the clerk, whose owner waits for a word. */
  mine: readonly TicketRow[]
  /** Nobody's yet, that the clerk could take. */
  waiting: readonly TicketRow[]
}

/** What is new since the last look. */
export interface Fresh {
  mine: TicketRow[]
  /** The most urgent first. */
  waiting: TicketRow[]
}

const asked = ({ id, lastAskedAt, waitingSince }: TicketRow): string => `${id} ${lastAskedAt ?? waitingSince ?? ''}`

/** Words of an owner to the clerk who holds the ticket, and tickets that came into the queue; what stood there is not. */
export function freshOf(before: Concerns, now: Concerns): Fresh {
  const heard = new Set(before.mine.map(asked))
  const known = new Set(before.waiting.map(({ id }) => id))
  return {
    mine: now.mine.filter((row) => !heard.has(asked(row))),
    waiting: now.waiting.filter(({ id }) => !known.has(id)),
  }
}

/** Whether a waiting ticket is for this clerk: of their teams, or of any where they are in none; an emergency is everybody's. */
export const isForTeams = ({ team, priority }: TicketRow, teams: readonly string[]): boolean =>
  priority === 'emergency' || !teams.length || teams.includes(team)
