/**
 * `homes`: many homes with one matter within a day; `blockade`: somebody spoke of blocking the gate; `hotline`: an order
 * of the city's hotline is past its deadline; `callbacks`: owners were promised calls that nobody has made in time.
 */
export type AlertKind = 'homes' | 'blockade' | 'hotline' | 'callbacks'

/** What the manager has to know of, whoever works on it; once a day and matter. */
export interface Alert {
  id: string
  community: string
  kind: AlertKind
  /** Intent, or number of the hotline's order; empty with another kind. */
  matter: string
  /** ISO date in the compound's time zone. */
  day: string
  /** How many homes reported it so far, or how many calls are owed; 0 with another kind. */
  homes: number
  createdAt: string
  /** Name of the manager who has taken note, and when. */
  seenBy?: string
  seenAt?: string
}
