/** Who is at the desk now. A heartbeat makes it true again after a reload; without one it ends by itself. */
export interface Presence {
  /** This member's page is open and in front. */
  beat(staffId: string): Promise<void>
  /** Staff ids of those whose last heartbeat is fresh. */
  here(): Promise<ReadonlySet<string>>
}
