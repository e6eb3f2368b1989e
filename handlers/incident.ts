import type { Choice, Form, Incident, Outcome, Reply, Turn } from '../bot/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, homeOf, voiceOf } from './context.ts'
import { personChoice } from './status.ts'

/** What many owners may ask about at once. `wide`: it concerns the whole compound, else one building. */
const TROUBLES: Record<string, { topic: string; wide: boolean }> = {
  'elevator.fault': { topic: 'lift', wide: false },
  'heating.status': { topic: 'heating', wide: false },
  'heating.cold': { topic: 'heating', wide: false },
  'water.outage': { topic: 'water', wide: true },
  'water.pressure': { topic: 'water', wide: true },
  'power.outage': { topic: 'power', wide: true },
}

const ASKS = new Set(['ask_slot', 'confirm', 'status'])

/**
 * Counts the question towards a burst. Once staff have one incident for it, later askers get its answer at once instead
 * of one more form or one more task. `form`: the one that was open before.
 */
export async function withIncident(kit: HandlerKit, turn: Turn, outcome: Outcome, form?: Form): Promise<Outcome> {
  const trouble = TROUBLES[outcome.intent ?? '']
  const { community, memory } = turn.conversation
  const building = trouble?.wide ? '' : homeOf(turn)?.building
  const burst = kit.knowledge.communities.get(community)?.burst
  if (!trouble || building === undefined || !burst || !ASKS.has(outcome.action)) return outcome
  const incident = await kit.records.incident(community, trouble.topic, building)
  const counted = (told: boolean) => ({ topic: trouble.topic, building, ...burst, told })
  // Told of it already and filing all the same, by the button or by going on with the questions.
  const insists = incident && memory.incident === incident.id && (form || turn.choice?.startsWith('intent:'))
  if (!incident || insists) return { ...outcome, ask: counted(false) }
  return { ...told(kit, turn, outcome, incident, form), ask: counted(incident.answer !== undefined) }
}

function told(kit: HandlerKit, turn: Turn, outcome: Outcome, incident: Incident, form: Form | undefined): Outcome {
  const voice = voiceOf(kit, turn)
  const text = wordsOf(kit, voice, turn, outcome, incident)
  const { answer } = incident
  const said = answer ? [answer.text, voice.time(answer.at, kit.clock.now())] : []
  const evidence = { ...outcome.evidence, words: [...(outcome.evidence?.words ?? []), ...said] }
  const remember = { ...outcome.remember, incident: incident.id }
  const source = { kind: 'incident' as const, id: incident.id }
  const [first, ...rest] = outcome.replies
  if (first && keepsAnswer(outcome, form)) {
    const sources = [source, ...(first.sources ?? [])]
    const joined: Reply = { ...first, text: `${text}\n${first.text}`, sources }
    return { ...outcome, evidence, remember, replies: [joined, ...rest] }
  }
  const choices = choicesFor(kit, voice, turn, outcome, incident)
  const { intent = '' } = outcome
  const reply: Reply = { text, intent, action: 'status', choices, sources: [source] }
  // Filed all the same, it takes what was just said.
  const offeredFor = { text: turn.text, entities: turn.entities }
  return { action: 'status', intent, replies: [reply], evidence, remember: { ...remember, offeredFor } }
}

/** The board's own fresh record is said too, and an open form about something else goes on. */
function keepsAnswer({ handoff, replies, intent, form: after }: Outcome, before: Form | undefined): boolean {
  const onBoard = replies[0]?.sources?.some(({ kind }) => kind === 'status') ?? false
  return (onBoard && !handoff) || (before !== undefined && after !== undefined && after.intent !== intent)
}

function wordsOf(kit: HandlerKit, voice: Voice, turn: Turn, outcome: Outcome, incident: Incident): string {
  const entry = kit.knowledge.entries.get(outcome.intent ?? '')
  const { building, askers, answer } = incident
  const where = building ? kit.formatHome({ building }, turn.locale) : voice.say('everywhere')
  const vars = { where, topic: entry ? voice.title(entry) : '', n: askers }
  if (!answer) return voice.say('incident_open', vars)
  const { text, by, at } = answer
  return voice.say('incident_answered', { ...vars, text, by, time: voice.time(at, kit.clock.now()) })
}

function choicesFor(kit: HandlerKit, voice: Voice, turn: Turn, outcome: Outcome, incident: Incident): Choice[] {
  const files = kit.knowledge.entries.get(outcome.intent ?? '')?.kind === 'action'
  const follows = kit.records.canPush(turn.conversation.channel)
  return [
    ...(follows ? [{ title: voice.say('subscribe_choice'), value: `subscribe:${incident.topic}` }] : []),
    ...(files ? [{ title: voice.say('incident_separate'), value: `intent:${outcome.intent}` }] : []),
    personChoice(voice),
  ]
}
