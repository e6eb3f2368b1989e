/** 12345: a matter that the city's hotline passes on to be answered by a deadline. */
export interface HotlineOrder {
  id: string
  community: string
  /** As the paper has it. */
  number: string
  /** ISO 8601 UTC. */
  receivedAt: string
  /** When the answer is wanted, from the paper, ISO 8601 UTC. */
  deadline: string
  /** So many working days the paper gives, where it gives no date. */
  workingDays?: number
  /** What the caller wants, as the paper has it, without numbers that tell who somebody is. */
  wanted: string
  /** Intent. */
  intent?: string
  /** `3-2-501`, or as it was typed where that is no home. */
  home?: string
  ticketId?: string
  /** Number. */
  workOrder?: string
  state: 'open' | 'answered'
  takenBy: string
  createdAt: string
  answer?: HotlineAnswer
}

export interface HotlineAnswer {
  text: string
  by: string
  /** ISO 8601 UTC. */
  at: string
}

/** What a clerk takes down or mends; what is left out stays. */
export type HotlineFields = Pick<
  HotlineOrder,
  'number' | 'receivedAt' | 'deadline' | 'workingDays' | 'wanted' | 'intent' | 'home' | 'ticketId' | 'workOrder'
>
