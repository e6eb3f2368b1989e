import type { Clock } from '../../bot/types.ts'

/** What an owner's phone shows, and what the platform counts for them. */
export interface Phone {
  texts: string[]
  /** What can be tapped, the last ones last. */
  menu: { id: string; content: string }[]
  /** Pictures and documents, by content. */
  files: Buffer[]
  saidAt: number
  tappedAt: number
  /** Since the owner last wrote, and last tapped. */
  afterSaid: number
  afterTapped: number
  follows: boolean
  /** So long it shows that somebody writes. */
  typingUntil: number
}

export const newPhone = (): Phone => ({
  texts: [],
  menu: [],
  files: [],
  saidAt: -Infinity,
  tappedAt: -Infinity,
  afterSaid: 0,
  afterTapped: 0,
  follows: true,
  typingUntil: -Infinity,
})

/** Why a platform takes no message now; undefined when it does, which is counted. */
export function refusedByWindow(
  phone: Phone,
  clock: Clock,
  tapped: { messages: number; withinMs: number } | undefined,
): 'full' | 'closed' | undefined {
  const now = clock.now().getTime()
  const inSaid = now - phone.saidAt < 48 * 3_600_000
  const inTapped = tapped !== undefined && now - phone.tappedAt < tapped.withinMs
  if (!inSaid && !inTapped) return 'closed'
  const room = (inSaid && phone.afterSaid < 5) || (inTapped && phone.afterTapped < tapped.messages)
  if (!room) return 'full'
  phone.afterSaid += 1
  phone.afterTapped += 1
  return undefined
}
