/** Who the data is of: what a person gave, found in the record. */
export interface DataOwner {
  conversations: string[]
  homes: string[]
  /** A home as it was named, where orders tell of it; it may have no account. */
  place?: OwnersPlace
}

export interface OwnersPlace {
  community: string
  building: string
  /** Empty where the building has no units. */
  unit: string
  room: string
}

export interface Erased {
  conversations: number
  homes: number
}

/** All that the record holds of an owner, by table, one object a row. */
export type OwnerData = Record<string, Record<string, unknown>[]>

export interface PrivacyStore {
  /**
   * The conversations and homes behind an id of a conversation, a phone, or a home as `community/3-2-501`. A phone
   * finds the homes that have it and every conversation in whose words or facts it stands.
   */
  find(owner: string): Promise<DataOwner>
  export(owner: DataOwner): Promise<OwnerData>
  /**
   * Nothing of them is left in the record, and their key to the audit is destroyed. Of work orders the number, the
   * matter's kind and its dates stay, of the city hotline's the number and the dates; of homes the place and the bills.
   * An erased conversation is as good as not there.
   */
  erase(owner: DataOwner): Promise<Erased>
  /**
   * Conversations in which nothing has been said since then, with no open ticket, work order or order of the city
   * hotline; at most `limit`.
   */
  quietSince(time: string, limit: number): Promise<string[]>
  /** Files from before that time, which go without their messages; how many. */
  eraseFilesBefore(time: string): Promise<number>
  /**
   * What was wanted and answered in the city hotline's orders that were answered before that time, and what one shift
   * told the next before it: numbers, dates and names of staff stay. How many.
   */
  emptyNotesBefore(time: string): Promise<number>
  /** Writes the whole database anew, without anything that was deleted before deletion overwrote. */
  compact(): Promise<void>
}
