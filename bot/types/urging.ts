import type { Attachment } from './message.ts'

/** How somebody outside was urged. */
export const URGE_WAYS = ['phone', 'visit', 'letter', 'message'] as const
export type UrgeWay = (typeof URGE_WAYS)[number]

/** A gas company, developer or whoever else has to act was urged; a line of a status entry's log. */
export interface Urging {
  party: string
  how: UrgeWay
  /** What they said; left out: nothing. */
  answer?: string
  /** For staff. */
  file?: Attachment
}
