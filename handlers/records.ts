import type { Outcome, StatusEntry, Turn } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { knowledgeReply } from './faq.ts'
import { personChoice } from './status.ts'

/** Told at once; the others hang where all of them hang. */
const TOLD = 3
const HOUR_MS = 3_600_000

/** The notices that are on record and still count, else where they hang. */
export async function answerNotices(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Promise<Outcome> {
  const voice = voiceOf(kit, turn)
  const reply = knowledgeReply(voice, entry, 'status')
  const counts = ({ asOf, staleAfterHours }: StatusEntry) =>
    Date.parse(asOf) + staleAfterHours * HOUR_MS >= kit.clock.now().getTime()
  const notices = (await kit.records.notices(turn.conversation.community)).filter(counts).slice(0, TOLD)
  const choices = [personChoice(voice)]
  if (!notices.length) {
    const text = voice.say('notices_none')
    return { action: 'status', intent: entry.id, replies: [{ ...reply, text, choices }] }
  }
  const lines = notices.map((notice) => lineOf(kit, voice, notice, turn))
  const text = [voice.say('notices'), ...lines].join('\n')
  const sources = notices.map(({ id, asOf }) => ({ kind: 'status' as const, id, asOf }))
  return {
    action: 'status',
    intent: entry.id,
    replies: [{ ...reply, text, choices, sources }],
    evidence: { status: notices },
  }
}

function lineOf(kit: HandlerKit, voice: Voice, { state, scope, asOf, source }: StatusEntry, { locale }: Turn): string {
  return voice.say('notice_line', {
    place: scope.building ? kit.formatHome(scope, locale) : voice.say('everywhere'),
    text: voice.pick(state),
    asOf: voice.time(asOf, kit.clock.now()),
    source: voice.pick(source),
  })
}
