import type { NewTicket } from './ports.ts'
import {
  type Attachment,
  type Catalogue,
  type Form,
  type HandoffContext,
  type HandoffRequest,
  type Hours,
  isVoice,
  type Locale,
  type Message,
  type Outcome,
  type Slots,
  type StatusEntry,
  type Suggestion,
  type Turn,
} from './types.ts'

const SUMMARY_LENGTH = 80
const SUGGESTIONS = 3
/** Where a suggestion comes from, as the clerk reads it. */
const RECORD = '进度板'
const NOT_SOLVED = '【没解决，再次找来】'

export interface HandoffParts {
  turn: Turn
  outcome: Outcome
  request: HandoffRequest
  /** The conversation so far, this message with it. */
  transcript: Message[]
  /** Status entries shown before this message. */
  shown: StatusEntry[]
  /** Home and phone as a clerk reads them; the phone masked. */
  home?: string
  phoneMasked?: string
}

/** The ticket with everything that a clerk needs, so that nobody has to tell it twice. */
export function ticketOf(parts: HandoffParts, catalogue: Catalogue, hours: Hours, now: Date): NewTicket {
  const { turn, request } = parts
  return {
    reason: request.reason,
    priority: request.priority,
    team: request.team,
    dueAt: hours.dueAt(turn.conversation.community, request.priority, now).toISOString(),
    context: contextOf(parts, catalogue, beforeOf(parts, hours, now)),
    ...(request.once && { once: request.once }),
    ...(parts.outcome.drafts && { drafts: parts.outcome.drafts }),
  }
}

function contextOf(parts: HandoffParts, catalogue: Catalogue, before: string): HandoffContext {
  const { turn, outcome, request, shown, home, phoneMasked } = parts
  const { conversation, classification, locale } = turn
  const intent = topicOf(parts)
  const notPromised = [
    ...new Set([...(conversation.memory.notPromised ?? []), ...(outcome.notPromised ? [outcome.notPromised] : [])]),
  ]
  return {
    summary: `${before}${summaryOf(parts, catalogue, notPromised)}`,
    reason: request.reason,
    intent,
    alternatives: classification.alternatives,
    slots: slotsOf(outcome, conversation.memory.form),
    owner: { verified: conversation.verified, ...(home ? { home } : {}), ...(phoneMasked ? { phoneMasked } : {}) },
    mood: turn.tone.mood,
    urgency: request.priority === 'emergency' ? 'emergency' : turn.tone.urgency,
    language: locale,
    channel: conversation.channel,
    status: [...new Map([...shown, ...(outcome.evidence?.status ?? [])].map((entry) => [entry.id, entry])).values()],
    repairs: outcome.evidence?.repairs ?? [],
    notPromised,
    responsibility: (intent && catalogue.responsibility(intent, conversation.community, locale)) || null,
    suggestions: suggestionsOf(parts, intent, catalogue),
  }
}

/** What it is about: asking for a person is about what came before. */
function topicOf({ turn, outcome }: HandoffParts): string | null {
  const own = outcome.intent === 'human.request' ? undefined : outcome.intent
  return own ?? turn.conversation.memory.lastIntent ?? outcome.intent ?? null
}

/** What was ended and, as the owner says, is not solved; before all else, so that nobody starts from nothing. */
function beforeOf({ turn, request }: HandoffParts, hours: Hours, now: Date): string {
  if (!request.continues) return ''
  const { summary, resolvedAt } = request.continues
  const when = hours.format(turn.conversation.community, 'zh', new Date(resolvedAt), now)
  return `${NOT_SOLVED}（上一张${when}结束）：${shorten(summary.split('\n')[0] ?? '')}\n`
}

/** Two lines in the clerk's language: what is wanted; what was said so far and what was not promised. */
function summaryOf(parts: HandoffParts, catalogue: Catalogue, notPromised: string[]): string {
  const { turn, transcript } = parts
  const wanted = transcript.find((message) => message.from === 'owner' && wordy(message.text)) ?? { text: turn.text }
  const topic = topicOf(parts)
  const title = topic && topic !== 'human.request' ? `【${catalogue.title(topic, 'zh')}】` : ''
  const answers = [
    ...new Set(
      transcript.filter((message) => message.from === 'bot' && message.intent).map((message) => message.intent ?? ''),
    ),
  ]
  const told = answers.map((intent) => catalogue.title(intent, 'zh')).join('、')
  const said = told ? `已答过：${told}` : '还没有答过'
  const held = notPromised.length ? `；没有承诺：${notPromised.join('、')}` : ''
  return `${title}${shorten(wanted.text) || sentFiles(turn.attachments)}\n${said}${held}`
}

/** “你好” and “转人工” don't say what is wanted. */
const wordy = (text: string): boolean =>
  text.trim().length > 4 && !/^.{0,6}人工.{0,4}$|^(hello|hi)[\s.!]*$|^.{0,20}(person|human)\W*$/i.test(text.trim())

/** As the clerk reads it: 2 张照片、1 条语音. */
function sentFiles(files: Attachment[] = []): string {
  const voices = files.filter(({ type }) => isVoice(type)).length
  const photos = files.filter(({ type }) => type.startsWith('image/')).length
  const papers = files.length - voices - photos
  const counts = Object.entries({ 张照片: photos, 条语音: voices, 个文件: papers }).filter(([, count]) => count > 0)
  return counts.length ? `（没有文字，发来 ${counts.map(([kind, count]) => `${count} ${kind}`).join('、')}）` : ''
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > SUMMARY_LENGTH ? `${line.slice(0, SUMMARY_LENGTH)}…` : line
}

function slotsOf(outcome: Outcome, open: Form | undefined): Slots {
  return outcome.form?.slots ?? outcome.openWorkOrder?.slots ?? open?.slots ?? {}
}

/** What the bot would have said first, then the record's own words, then what knowledge says of this matter and the nearest ones. */
function suggestionsOf(
  { turn, outcome, transcript }: HandoffParts,
  intent: string | null,
  catalogue: Catalogue,
): Suggestion[] {
  const { classification, conversation, locale } = turn
  const told = [...transcript].reverse().find(({ sources }) => sources?.some(({ kind }) => kind === 'status'))
  const fromRecord = told?.intent === intent && told ? [{ text: told.text, source: RECORD }] : []
  // What lies near “转人工” says nothing about the matter.
  const near = outcome.intent === 'human.request' ? [] : classification.alternatives.map(({ intent: id }) => id)
  const ids = new Set([...(fromRecord.length ? [] : [intent ?? '']), ...near])
  const fromKnowledge = [...ids]
    .filter((id) => id && id !== told?.intent && id !== 'human.request' && id !== 'out_of_scope')
    .flatMap((id) => suggestion(id, conversation.community, locale, catalogue))
  return [...(outcome.drafts ?? []), ...fromRecord, ...fromKnowledge].slice(0, SUGGESTIONS)
}

function suggestion(id: string, community: string, locale: Locale, catalogue: Catalogue): Suggestion[] {
  const text = catalogue.answerText(id, community, locale)
  return text ? [{ text, source: catalogue.title(id, 'zh') }] : []
}
