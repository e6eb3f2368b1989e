import type { Catalogue, Hours, Locale } from '../bot/types.ts'
import { addOpenMinutes, formatIsoDay, formatTime, isOpen, mayDisturbAt, opensAt } from './hours.ts'
import type { Community, Knowledge } from './types.ts'
import { type ToTraditional, Voice } from './voice.ts'

/** Gives a voice for a compound and a language; a conversation's compound is always one that exists. */
export type Voices = (community: string, locale: Locale) => Voice

/**
 * Voices are light and many turns want the same one, so they are kept.
 * @throws Error for a compound that is not there
 */
export function voicesOf(knowledge: Knowledge, toTraditional: ToTraditional): Voices {
  const kept = new Map<string, Voice>()
  return (id, locale) => {
    const key = `${id}/${locale}`
    let voice = kept.get(key)
    if (!voice) {
      voice = new Voice(knowledge, communityOf(knowledge, id), locale, toTraditional)
      kept.set(key, voice)
    }
    return voice
  }
}

/** What the turn may know of knowledge. */
export function catalogueOf(knowledge: Knowledge, voices: Voices): Catalogue {
  const entryOf = (intent: string) => knowledge.entries.get(intent)
  const facts = new Map([...knowledge.communities].map(([id, community]) => [id, factsOf(community)]))
  return {
    exists: (intent) => knowledge.entries.has(intent),
    isHuman: (intent) => entryOf(intent)?.kind === 'human' && intent !== 'out_of_scope',
    isAction: (intent) => entryOf(intent)?.kind === 'action',
    isEmergency: (intent) => entryOf(intent)?.kind === 'emergency',
    standsAlone: (intent) => ['faq', 'status', 'action', 'human'].includes(entryOf(intent)?.kind ?? ''),
    team: (intent) => entryOf(intent)?.team ?? 'service',
    answersItself: (intent, id) => {
      const { mode, topics } = communityOf(knowledge, id).answers
      if (mode !== 'topics') return mode === 'all'
      return intent !== undefined && (topics.includes(intent) || entryOf(intent)?.kind === 'smalltalk')
    },
    title: (intent, locale) => {
      const entry = entryOf(intent)
      if (!entry) return intent
      return locale === 'en' ? entry.title.en : entry.title.zh
    },
    responsibility: (intent, community, locale) => {
      const entry = entryOf(intent)
      return entry && voices(community, locale).responsibility(entry)
    },
    answerText: (intent, community, locale) => {
      const entry = entryOf(intent)
      return entry && voices(community, locale).answer(entry)
    },
    facts: (id) => facts.get(id) ?? [],
    say: (key, community, locale, vars) => voices(community, locale).say(key, vars),
  }
}

const factsOf = ({ facts }: Community): string[] => Object.values(facts).flatMap(({ zh, en }) => [zh, en])

export function hoursOf(knowledge: Knowledge): Hours {
  return {
    isOpen: (id, at) => isOpen(communityOf(knowledge, id), at),
    opensAt: (id, at) => opensAt(communityOf(knowledge, id), at),
    dueAt: (id, priority, at) => {
      const community = communityOf(knowledge, id)
      const minutes = community.answerWithinMinutes[priority]
      if (priority === 'emergency') return new Date(at.getTime() + minutes * 60_000)
      return addOpenMinutes(community, minutes, at)
    },
    today: (id, at) => formatIsoDay(communityOf(knowledge, id), at),
    mayDisturbAt: (id, at) => mayDisturbAt(communityOf(knowledge, id), at),
    format: (id, locale, when, at) => formatTime(communityOf(knowledge, id), locale === 'en', when, at),
  }
}

function communityOf(knowledge: Knowledge, id: string): Community {
  const community = knowledge.communities.get(id)
  if (!community) throw new Error(`no compound is called ${id}`)
  return community
}
