import type { Home, Outcome, Part, Turn, WarrantyClock, WarrantyReckoning } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, homeOf, sameHome, voiceOf } from './context.ts'
import { answerFromKnowledge, knowledgeReply } from './faq.ts'

/** The two dates as far as they are on record. */
interface Dates {
  acceptedOn?: string
  handedOverOn?: string
}

/** Reckons the part that the owner names, where something of the building or home is on record; else what is known of all. */
export async function answerWarranty(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Promise<Outcome> {
  const parts = kit.warranty.partsIn(turn.text)
  const dates = parts.length ? await datesOf(kit, turn) : {}
  if (!dates.acceptedOn && !dates.handedOverOn) return answerFromKnowledge(kit, entry, turn)
  const voice = voiceOf(kit, turn)
  const now = kit.clock.now()
  const season = seasonOf(kit, turn)
  const reckoned = parts.map((part) =>
    kit.warranty.reckon({
      part,
      ...dates,
      ...(season && part === 'heating' ? { season } : {}),
      today: kit.today(turn.conversation.community, now),
    }),
  )
  const text = [...reckoned.map((one) => wordsOf(voice, one, now)), voice.say('warranty_end')].join('\n')
  return {
    action: 'answer',
    intent: entry.id,
    replies: [{ ...knowledgeReply(voice, entry, 'answer'), text }],
    evidence: { words: text.split('\n') },
  }
}

/** The building's acceptance by what the owner said; the hand-over of their own home alone, once it is verified. */
async function datesOf(kit: HandlerKit, turn: Turn): Promise<Dates> {
  const { verified, id, community } = turn.conversation
  const account = verified ? await kit.records.account(id) : undefined
  const named: Home | undefined = turn.entities.home ?? account?.home ?? homeOf(turn)
  const own = account && named && sameHome(named, account.home) ? account : undefined
  const buildings = kit.knowledge.communities.get(community)?.buildings ?? []
  const acceptedOn = buildings.find((building) => building.id === named?.building)?.acceptedOn
  return {
    ...(acceptedOn ? { acceptedOn } : {}),
    ...(own?.handedOverOn ? { handedOverOn: own.handedOverOn } : {}),
  }
}

/** The heating season as the compound's file words it: 11月15日至次年3月15日. */
function seasonOf(kit: HandlerKit, turn: Turn): { from: string; to: string } | undefined {
  const fact = kit.knowledge.communities.get(turn.conversation.community)?.facts['heat.season']?.zh ?? ''
  const [from, to] = [...fact.matchAll(/(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g)].map(
    ([, month = '', day = '']) => `${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )
  return from && to ? { from, to } : undefined
}

function wordsOf(voice: Voice, reckoning: WarrantyReckoning, now: Date): string {
  const { part, builder, developer, verdict } = reckoning
  const name = voice.say(`warranty_part_${part}`)
  return [
    termOf(voice, reckoning, name),
    verdict === 'design_life' ? '' : clockOf(voice, 'builder', builder, now),
    verdict === 'design_life' ? '' : clockOf(voice, 'developer', developer, now),
    verdictOf(voice, reckoning),
  ]
    .filter(Boolean)
    .join(voice.english ? ' ' : '')
}

function termOf(voice: Voice, { term, part }: WarrantyReckoning, name: string): string {
  switch (term.kind) {
    case 'years':
      return voice.say('warranty_years', { part: name, years: term.years })
    case 'seasons':
      return voice.say('warranty_seasons', { part: name, seasons: term.seasons, season: seasonName(voice, part) })
    case 'design_life':
      return voice.say('warranty_design', { part: name })
    default:
      return term satisfies never
  }
}

const seasonName = (voice: Voice, part: Part): string =>
  voice.say(part === 'cooling' ? 'warranty_season_cooling' : 'warranty_season_heating')

function clockOf(voice: Voice, whose: 'builder' | 'developer', clock: WarrantyClock, now: Date): string {
  if (!clock.from) return ''
  const from = voice.day(clock.from, now)
  if (!clock.lastDay) return voice.say(`warranty_${whose}_open`, { from })
  return voice.say(`warranty_${whose}`, { from, to: voice.day(clock.lastDay, now) })
}

function verdictOf(voice: Voice, { verdict, missing, part, developer }: WarrantyReckoning): string {
  switch (verdict) {
    case 'running':
      return voice.say(developer.from ? 'warranty_running' : 'warranty_running_early')
    case 'both_past':
      return voice.say('warranty_both_past')
    case 'design_life':
      return ''
    case 'depends': {
      const season = seasonName(voice, part)
      const lacks = missing.map((what) => voice.say(`warranty_lacks_${what}`, { season }))
      return [voice.say('warranty_depends'), ...lacks].join(voice.english ? ' ' : '')
    }
    default:
      return verdict satisfies never
  }
}
