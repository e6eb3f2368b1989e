/**
 * `homes`: many homes with one matter within a day; `blockade`: somebody spoke of blocking the gate; `hotline`: an order
 * of the city's hotline is past its deadline.
 */
export type AlertKind = 'homes' | 'blockade' | 'hotline'

/** What the manager has to know of, whoever works on it; once a day and matter. */
export interface Alert {
  id: string
  community: string
  kind: AlertKind
  /** Intent, or number of the hotline's order; empty with a blockade. */
  matter: string
  /** ISO date in the compound's time zone. */
  day: string
  /** How many homes reported it so far; 0 with another kind. */
  homes: number
  createdAt: string
  /** Name of the manager who has taken note, and when. */
  seenBy?: string
  seenAt?: string
}
