import type { Words } from './conversation.ts'
import type { Attachment, WorkOrderState } from './message.ts'

/** What a repairer does with a job, in this order; nobody has to report being on site. */
export type DispatchStep = 'accept' | 'arrived' | 'done'

/** Photos that one link takes at most. */
export const MOST_JOB_PHOTOS = 12

/** Hours that a link lives where the clerk says nothing else, and at most. */
export const LINK_HOURS = { usual: 72, most: 336 } as const

/** A work order sent to a repairer's phone; the secret of its link is told once and kept hashed. */
export interface DispatchLink {
  id: string
  repairer: string
  /** Name of the member of staff who sent it. */
  by: string
  createdAt: string
  expiresAt: string
  revokedAt?: string
  revokedBy?: string
  acceptedAt?: string
  arrivedAt?: string
  doneAt?: string
}

/** Why a link opens nothing any more. `closed`: the work order itself is done or cancelled. */
export type LinkOver = 'expired' | 'revoked' | 'closed'

/** Why a link opens nothing any more; undefined while it does. */
export function linkOver(
  { revokedAt, expiresAt, doneAt }: DispatchLink,
  state: WorkOrderState,
  now: Date,
): LinkOver | undefined {
  // Who has just finished is to read that it is recorded.
  if (state === 'cancelled' || (state === 'done' && doneAt === undefined)) return 'closed'
  if (revokedAt !== undefined) return 'revoked'
  return Date.parse(expiresAt) <= now.getTime() ? 'expired' : undefined
}

/** A job as its repairer sees it: nothing of the owner that it does not need, and nothing of other jobs. */
export interface JobView {
  number: string
  title: Words
  compound: Words
  repairer: string
  state: WorkOrderState
  what?: string
  /** Until it is done. */
  where?: string
  /** When the owner is there, in their words. */
  when?: string
  /** Time of the visit as staff entered it. */
  scheduledFor?: string
  /** The owner's phone: from accepting it until it is done. */
  contact?: string
  /** Whom to ask about the job. */
  office?: string
  /** What the owner photographed. */
  pictures: Attachment[]
  /** How many of the repairer's own are there. */
  photos: number
  expiresAt: string
  acceptedAt?: string
  arrivedAt?: string
  doneAt?: string
}
