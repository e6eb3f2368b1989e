import type { BoardChanges, StatusEntry, Words } from '../bot/types.ts'

type Texts = Pick<BoardChanges, 'state' | 'blockedBy' | 'nextActor' | 'announced' | 'log' | 'source'>

/**
 * What owners read of an entry in a clerk's own words, a line each. Not what somebody else announced, which has its
 * source beside it.
 */
export function boardText({ state, blockedBy, nextActor, log = [], source }: Texts | StatusEntry): string {
  const words = [state, blockedBy, nextActor, source, ...log.flatMap((step) => [step.text, step.source])]
  return words.flatMap(both).join('\n')
}

/** What an entry holds on record, so that a clerk may repeat it: the announcement of a source. */
export const wordsOnRecord = ({ announced }: Texts | StatusEntry): string[] => both(announced?.text)

const both = (words: Words | null | undefined): string[] => (words ? [...new Set([words.zh, words.en])] : [])
