import type { Colleague, Team } from '../types.ts'

/** Who works with whom. */
export interface TeamStore {
  /** Everybody who is not disabled, by name. */
  colleagues(): Promise<Colleague[]>
  /** The teams that this member belongs to. */
  of(staffId: string): Promise<Team[]>
  /** Instead of those before. False when nobody has this id. */
  put(staffId: string, teams: readonly Team[]): Promise<boolean>
}
