import type { Memory, Outcome, Turn } from './types.ts'

/** Characters up to which a message may be the end of what was begun in the one before. */
const SHORT = 20
/** Characters of the earlier message that are kept. */
const KEPT = 200
const RECENT_MS = 10 * 60 * 1000

/**
 * A short message with the owner's last one before it: “厨房有味道”, then “臭鸡蛋那种”, is one thing told in two.
 * Missing where the message stands by itself.
 */
export function toldInTwo(text: string, { justSaid }: Memory, now: Date): string | undefined {
  if (!justSaid || [...text].length > SHORT) return undefined
  return now.getTime() - Date.parse(justSaid.at) <= RECENT_MS ? `${justSaid.text}，${text}` : undefined
}

/** What the next message may go on from. After an alarm nothing: “好的” must not raise it again. */
export function justSaidAfter({ text, choice }: Turn, { action }: Outcome, now: Date): Pick<Memory, 'justSaid'> {
  if (choice || !text.trim() || action === 'emergency') return {}
  return { justSaid: { text: text.slice(0, KEPT), at: now.toISOString() } }
}
