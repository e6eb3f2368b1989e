import type { Card, CardStep, Outcome, Reply, StatusEntry, StatusStep, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, homeOf, voiceOf } from './context.ts'
import { knowledgeReply } from './faq.ts'

const HOUR_MS = 3_600_000

/** Answers from the status board: what was done on which day by whom, where it stands, who acts next, as of when. */
export async function answerFromBoard(
  kit: HandlerKit,
  entry: KnowledgeEntry,
  topic: string,
  turn: Turn,
): Promise<Outcome> {
  const { conversation } = turn
  const pick = await kit.records.status(conversation.community, topic, homeOf(turn))
  if (pick.kind === 'found') return receipt(kit, entry, pick.entry, turn)
  if (pick.kind === 'ask' && !conversation.memory.askedHome) return askBuilding(kit, entry, turn)
  if (pick.kind === 'ask' && pick.widest) return receipt(kit, entry, pick.widest, turn)
  return noRecord(kit, entry, topic, turn)
}

function askBuilding(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Outcome {
  return {
    action: 'ask_slot',
    intent: entry.id,
    replies: [{ text: voiceOf(kit, turn).say('ask_building'), intent: entry.id, action: 'ask_slot' }],
    remember: { askedHome: true },
  }
}

/** No record: said plainly, with the one who would know, and a clerk gets the task. */
async function noRecord(kit: HandlerKit, entry: KnowledgeEntry, topic: string, turn: Turn): Promise<Outcome> {
  const voice = voiceOf(kit, turn)
  const reply = knowledgeReply(voice, entry, 'status')
  const task = await kit.records.missing(turn.conversation.community, topic, homeOf(turn))
  const asked = voice.say(task ? 'record_asked' : 'record_asked_before')
  const choices = [subscribeChoice(voice, topic), personChoice(voice)]
  return {
    action: 'status',
    intent: entry.id,
    replies: [
      { ...reply, text: `${voice.say('no_record')}${voice.english ? ' ' : ''}${asked}\n${reply.text}`, choices },
    ],
    notPromised: voice.title(entry),
    ...(task && { handoff: { reason: 'stale_status', priority: 'normal', team: entry.team, once: task } }),
  }
}

async function receipt(kit: HandlerKit, entry: KnowledgeEntry, record: StatusEntry, turn: Turn): Promise<Outcome> {
  const voice = voiceOf(kit, turn)
  const task = isStale(kit, record) ? await kit.records.outdated(record) : undefined
  const view = viewOf(kit, voice, entry, record, { turn, asked: task !== undefined })
  const reply: Reply = {
    text: view.text,
    card: view.card,
    intent: entry.id,
    action: 'status',
    sources: [{ kind: 'status', id: record.id, asOf: record.asOf }],
    choices: [subscribeChoice(voice, record.topic), personChoice(voice)],
  }
  return {
    action: 'status',
    intent: entry.id,
    replies: [reply],
    evidence: { status: [record] },
    notPromised: voice.title(entry),
    ...(task && { handoff: { reason: 'stale_status', priority: 'normal', team: entry.team, once: task } }),
  }
}

const ageOf = (kit: HandlerKit, { asOf }: StatusEntry): number => kit.clock.now().getTime() - Date.parse(asOf)

const isStale = (kit: HandlerKit, record: StatusEntry): boolean => ageOf(kit, record) > record.staleAfterHours * HOUR_MS

interface View {
  text: string
  card: Card
}

/** `asked`: it is this owner's question that gives a clerk the task to renew it. */
function viewOf(
  kit: HandlerKit,
  voice: Voice,
  entry: KnowledgeEntry,
  record: StatusEntry,
  { turn, asked }: { turn: Turn; asked: boolean },
): View {
  const now = kit.clock.now()
  const asOf = voice.time(record.asOf, now)
  const stale = isStale(kit, record)
  const responsibility = voice.responsibility(entry)
  const place = Object.keys(record.scope).length ? kit.formatHome(record.scope, turn.locale) : voice.say('everywhere')
  const source = voice.pick(record.source)
  const steps = stepsOf(voice, record, now)
  const date = dateWords(voice, record)
  const urged = urgedInAll(voice, record, now)
  const card: Card = {
    kind: 'status',
    topic: voice.title(entry),
    place,
    headline: voice.pick(record.state),
    ...(date ? { date } : {}),
    ...(urged ? { urged } : {}),
    steps,
    asOf,
    source,
    ...(stale ? { stale: voice.say('stale_strip', { days: Math.floor(ageOf(kit, record) / (24 * HOUR_MS)) }) } : {}),
    ...(responsibility.phone ? { phone: responsibility.phone } : {}),
  }
  return {
    card,
    text: textOf(voice, record, { asOf, source, place, stale, asked, steps, date, urged, responsibility }),
  }
}

interface Facts {
  asOf: string
  source: string
  place: string
  stale: boolean
  asked: boolean
  steps: CardStep[]
  date: string
  urged: string
  responsibility: { who: string; phone?: { number: string } }
}

function textOf(voice: Voice, record: StatusEntry, facts: Facts): string {
  const colon = voice.english ? ': ' : '：'
  const stop = voice.english ? '.' : '。'
  const done = facts.steps.filter((step) => step.state === 'done')
  const lines = [
    facts.stale ? voice.say(facts.asked ? 'stale' : 'stale_asked_before', { asOf: facts.asOf }) : '',
    `${facts.place}${colon}${voice.pick(record.state)}${stop}`,
    facts.urged,
    done.length ? voice.say('done') : '',
    ...done.map((step) => `· ${step.day} ${step.text}${voice.english ? ` (${step.by})` : `（${step.by}）`}`),
    record.nextActor ? voice.say('next', { next: voice.pick(record.nextActor) }) : '',
    facts.date,
    facts.stale ? '' : voice.say('as_of', { asOf: facts.asOf, source: facts.source }),
    facts.responsibility.phone
      ? voice.say('ask_them', { who: facts.responsibility.who, phone: facts.responsibility.phone.number })
      : '',
  ]
  return lines.filter(Boolean).join('\n')
}

/** As whoever wrote it down says; where nobody does, by its words: pressing for a fee is none. */
const isUrging = ({ urged, urging, text }: StatusStep): boolean =>
  urged !== undefined || (urging ?? /催(?![费缴收款])/.test(text.zh))

/** How often somebody outside was urged, and on which days; once, its line says it. */
function urgedInAll(voice: Voice, { log }: StatusEntry, now: Date): string {
  const days = log.filter(isUrging).map(({ day }) => day)
  if (days.length < 2) return ''
  const named = [...new Set(days)].map((day) => voice.day(day, now))
  return voice.say('urged_in_all', { n: days.length, days: named.join(voice.english ? ', ' : '、') })
}

/** A date only ever comes from its source; where something is blocked and has none, that is said. */
function dateWords(voice: Voice, record: StatusEntry): string {
  const { announced, blockedBy } = record
  if (announced)
    return voice.say('announced', { source: voice.pick(announced.source), text: voice.pick(announced.text) })
  return blockedBy ? voice.say('no_date') : ''
}

function stepsOf(voice: Voice, record: StatusEntry, now: Date): CardStep[] {
  const done = record.log.map((step) => ({
    day: voice.day(step.day, now),
    text: voice.pick(step.text),
    by: voice.pick(step.by),
    state: 'done' as const,
  }))
  const today = voice.say('today')
  const waiting = record.blockedBy
    ? [{ day: today, text: voice.pick(record.blockedBy), by: '', state: 'now' as const }]
    : []
  const next = record.nextActor ? [{ day: '', text: voice.pick(record.nextActor), by: '', state: 'next' as const }] : []
  return [...done, ...waiting, ...next]
}

const subscribeChoice = (voice: Voice, topic: string): { title: string; value: string } => ({
  title: voice.say('subscribe_choice'),
  value: `subscribe:${topic}`,
})

export const personChoice = (voice: Voice): { title: string; value: string } => ({
  title: voice.say('human_choice'),
  value: 'human',
})
