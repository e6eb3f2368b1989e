import { Router } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { BoardEntry, Locale, Responsibility, Words } from '../bot/types.ts'
import { wordsOnRecord } from './boardText.ts'
import type { DeskPorts } from './ports.ts'

/** Of the newest steps so many stand in a notice: it is read in a group, on a phone. */
const STEPS = 3
const HOUR_MS = 3_600_000

type Ports = Pick<
  DeskPorts,
  'store' | 'clock' | 'say' | 'time' | 'day' | 'place' | 'topics' | 'promisesIn' | 'responsibilityOf' | 'maskPersonal'
>

/** `GET /status-board/:id/group-notice`: an entry as words for the owners' group, ready to be copied. */
export function groupNoticeRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/status-board/:id/group-notice', async (request, response) => {
    const entry = await ports.store.board.find(request.params.id)
    if (!entry) throw new QiaoError('not_found', 'no such entry')
    const text: Words = { zh: groupNotice(ports, entry, 'zh'), en: groupNotice(ports, entry, 'en') }
    response.json({ text, phrases: heldIn(ports, entry, text), stale: isStale(ports, entry) })
  })
  return router
}

/** What would be a promise without a record; what was let out with the entry stays let out. */
function heldIn({ promisesIn, day }: Ports, entry: BoardEntry, { zh, en }: Words): string[] {
  const vouched = (entry.vouched ?? []).flatMap(({ phrases }) => phrases)
  // No step lies ahead, so that its day is one on record.
  const days = entry.log.flatMap((step) => [day(entry.community, 'zh', step.day), day(entry.community, 'en', step.day)])
  const backed = [...wordsOnRecord(entry), ...vouched, ...days]
  return [...new Set([zh, en].flatMap((text) => promisesIn(text, entry.community, backed)))]
}

const isStale = ({ clock }: Ports, { asOf, staleAfterHours, closedAt }: BoardEntry): boolean =>
  !closedAt && Date.parse(asOf) + staleAfterHours * HOUR_MS < clock.now().getTime()

function groupNotice(ports: Ports, entry: BoardEntry, locale: Locale): string {
  const { community, topic, scope, state, nextActor, announced, asOf, source, closedAt } = entry
  const say = (key: string, vars?: Record<string, string | number>) => ports.say(key, community, locale, vars)
  const pick = pickerOf(ports, entry, locale)
  const title = ports.topics.find(({ id }) => id === topic)?.title
  const place = scope.building ? ports.place(scope.building, locale) : say('everywhere')
  return [
    say('group_head', { place, topic: title ? pick(title) : topic }),
    say('group_state', { state: pick(state) }),
    ...(closedAt ? [] : stepLines(ports, entry, locale)),
    ...(nextActor && !closedAt ? [say('next', { next: pick(nextActor) })] : []),
    ...(announced ? [say('announced', { source: pick(announced.source), text: pick(announced.text) })] : []),
    ...(announced || closedAt ? [] : [say('group_no_date')]),
    ...whoLines(say, ports.responsibilityOf(topic, community, locale)),
    ...(isStale(ports, entry) ? [say('group_stale')] : []),
    say('as_of', { asOf: ports.time(community, locale, asOf), source: pick(source) }),
    say(closedAt ? 'group_over' : 'group_end'),
  ].join('\n')
}

/** A home has no place in a group: of an entry about one, its words go without it. */
function pickerOf({ maskPersonal }: Ports, { scope }: BoardEntry, locale: Locale): (words: Words) => string {
  const plain = scope.room ? maskPersonal : (text: string) => text
  return ({ zh, en }) => plain(locale === 'en' ? en : zh)
}

function stepLines(ports: Ports, entry: BoardEntry, locale: Locale): string[] {
  const { say, day } = ports
  const { community, log } = entry
  const pick = pickerOf(ports, entry, locale)
  const steps = log.slice(-STEPS).map((step) => {
    const by = say('order_by', community, locale, { name: pick(step.by) })
    return say('order_step', community, locale, { day: day(community, locale, step.day), what: pick(step.text), by })
  })
  return steps.length ? [say('group_done', community, locale), ...steps] : []
}

function whoLines(
  say: (key: string, vars?: Record<string, string | number>) => string,
  found: Responsibility | undefined,
): string[] {
  if (!found) return []
  const { who, phone } = found
  return [say('group_who', { who }), ...(phone ? [say('follow_phone', { ...phone })] : [])]
}
