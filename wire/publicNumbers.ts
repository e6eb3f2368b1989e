import { maskNumbers, phonesIn } from '../intents/entities/index.ts'
import type { Knowledge } from '../knowledge/types.ts'

const known = new WeakMap<Knowledge, Map<string, ReadonlySet<string>>>()

/** Digits of the phones that a compound tells everybody: of its facts, and of what it answers. Nobody's own is among them. */
function publicNumbers(knowledge: Knowledge, community: string): ReadonlySet<string> {
  const ofCompound = known.get(knowledge) ?? new Map<string, ReadonlySet<string>>()
  known.set(knowledge, ofCompound)
  const read = ofCompound.get(community) ?? new Set(wordsOf(knowledge, community).flatMap(phonesIn))
  ofCompound.set(community, read)
  return read
}

/** Of these texts an order's number is the one after its name, however long it is. */
const ORDER_NAMED = /(?:工单|[Oo]rder)\s?$/

/** A text with phones, identity and plate numbers hidden, but for the compound's own; in words of ours orders keep theirs. */
export const hideNumbers = (
  knowledge: Knowledge,
  text: string,
  { community, ours = false }: { community?: string; ours?: boolean },
): string =>
  maskNumbers(
    text,
    ({ digits, before }) =>
      (community !== undefined && publicNumbers(knowledge, community).has(digits)) ||
      (ours && ORDER_NAMED.test(before)),
  )

/** What owners say, as the examples have it, is not among it. */
function wordsOf({ entries, replies, communities }: Knowledge, id: string): string[] {
  const community = communities.get(id)
  const answers = [...entries.values(), ...(community?.overrides.values() ?? [])]
  const words = [
    ...Object.values(community?.facts ?? {}),
    ...answers.flatMap(({ answer, nextStep }) => [answer, nextStep]),
    ...replies.values(),
  ]
  return words.flatMap((of) => (of ? [of.zh, of.en] : []))
}
