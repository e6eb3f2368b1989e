import type { Locale, PublicCommunity } from '../bot/types.ts'
import type { Voices } from './catalogue.ts'
import { isOpen, opensAt } from './hours.ts'
import type { Knowledge } from './types.ts'

const PHONES = [
  'phone.24h',
  'phone.office',
  'phone.repair',
  'phone.guard',
  'phone.gas_emergency',
  'phone.fire',
  'phone.ambulance',
  'phone.police',
]

/** Undefined for a compound that is not there. */
export function publicCommunity(
  knowledge: Knowledge,
  voices: Voices,
  id: string,
  locale: Locale,
  now: Date,
): PublicCommunity | undefined {
  const community = knowledge.communities.get(id)
  if (!community) return undefined
  const voice = voices(id, locale)
  const opens = isOpen(community, now) ? undefined : opensAt(community, now)
  return {
    id,
    name: voice.fact('community.name') ?? id,
    hours: voice.fact('hours.office') ?? '',
    open: isOpen(community, now),
    ...(opens ? { opensAt: opens.toISOString() } : {}),
    phones: PHONES.flatMap((key) => voice.phone(key) ?? []),
    starters: community.starters.flatMap((intent) => {
      const entry = knowledge.entries.get(intent)
      return entry ? [{ title: voice.title(entry), value: `intent:${intent}` }] : []
    }),
  }
}
