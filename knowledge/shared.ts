import type { Locale } from '../bot/types.ts'
import type { Community, Knowledge } from './types.ts'
import { type ToTraditional, Voice } from './voice.ts'

/**
 * Speaks where it can't be told which compound an owner is of: with the facts alone that all compounds share, so that
 * nobody in an emergency is given the number of another compound. A single compound is told whole.
 */
export function sharedVoice(knowledge: Knowledge, locale: Locale, toTraditional: ToTraditional): Voice {
  const [first, ...others] = [...knowledge.communities.values()] as [Community, ...Community[]]
  const same = ([key, words]: [string, Community['facts'][string]]): boolean =>
    others.every(({ facts }) => facts[key]?.zh === words.zh && facts[key]?.en === words.en)
  const facts = Object.fromEntries(Object.entries(first.facts).filter(same))
  const overrides = others.length ? new Map() : first.overrides
  return new Voice(knowledge, { ...first, facts, overrides }, locale, toTraditional)
}
