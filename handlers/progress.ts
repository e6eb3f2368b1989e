import {
  type Choice,
  isOpenOrder,
  type Outcome,
  type Turn,
  urgesOf,
  type WorkOrder,
  type WorkOrderLine,
} from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { shortened } from './describe.ts'
import { knowledgeReply } from './faq.ts'
import { whereOf } from './formReplies.ts'
import { importedFor } from './importedOrders.ts'
import { personChoice } from './status.ts'

const MOST_LINES = 3
/** Steps of one work order's history that are shown, the newest. */
const MOST_STEPS = 6
/** No steps of the work itself. */
const ASIDE = new Set<WorkOrderLine['kind']>(['rated', 'joined', 'withdrawn', 'photo'])
/** Characters of the matter that a line shows. */
const SHOWN = 40

/** What became of what was reported: the work orders' own records, or that there is none. */
export async function answerProgress(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Promise<Outcome> {
  const { conversation } = turn
  const own = await kit.records.workOrders(conversation.id)
  const imported = await importedFor(kit, turn)
  const named = imported.named ? undefined : numberIn(turn.text, own)
  const orders = imported.named ? [] : named ? own.filter((order) => order.number === named) : own.slice(0, MOST_LINES)
  const voice = voiceOf(kit, turn)
  const before = named ? [] : imported.lines
  const words =
    orders.length || before.length ? '' : voice.say(named ? 'order_unknown' : 'no_orders', { number: named ?? '' })
  const lines = orders.flatMap((order) => [
    lineOf(kit, voice, order),
    ...detailsOf(kit, voice, order, orders.length === 1),
  ])
  const older = named || imported.named ? 0 : own.length - orders.length
  const more = older > 0 ? voice.say('order_more', { n: older }) : ''
  const noDate = orders.some(waits) ? voice.say('order_no_date') : ''
  const text = [words, ...lines, more, ...before, noDate].filter(Boolean).join('\n')
  const first = orders[0]
  const { card: strip } = knowledgeReply(voice, entry, 'status')
  return {
    action: 'status',
    intent: entry.id,
    evidence: { repairs: orders, words: [...orders.flatMap((order) => timesOf(kit, voice, order)), ...before] },
    notPromised: voice.title(entry),
    replies: [
      {
        text,
        intent: entry.id,
        action: 'status',
        choices: [...(orders.length === 1 ? wishesFor(voice, orders[0] as WorkOrder) : []), personChoice(voice)],
        sources: first
          ? [{ kind: 'work_order', number: first.number }]
          : [{ kind: 'knowledge', id: entry.id, revision: entry.revision }],
        ...(first ? { card: cardOf(kit, voice, first) } : strip ? { card: strip } : {}),
      },
    ],
  }
}

const NAMED =
  /(?:工单|工單|单号|單號|编号|編號|#|order|ticket)\D{0,8}(\d{4,8})(?!\d)|(?<!\d)(\d{4,8})\s?(?:号|號)?(?:单|單|工单|工單)?\s?(?:现在|現在)?(?:到哪|什么进度|什麼進度|进度|進度|进展|進展|修好|怎么样了|怎麼樣了)|where is\s(?:order\s|number\s)?(\d{4,8})(?!\d)/i

/** A work order's number in the text; a bare number counts only when it is one of the owner's own (1502 is a room). */
export function numberIn(text: string, own: WorkOrder[]): string | undefined {
  const match = NAMED.exec(text)
  const named = match?.[1] ?? match?.[2] ?? match?.[3]
  return named ?? own.find((order) => new RegExp(`(?<!\\d)${order.number}(?!\\d)`).test(text))?.number
}

const waits = (order: WorkOrder): boolean => order.state === 'filed' || order.state === 'accepted'

function lineOf(kit: HandlerKit, voice: Voice, order: WorkOrder): string {
  return voice.say('order_line', {
    number: order.number,
    what: matterOf(kit, voice, order),
    state: voice.say(`state_${order.state}`),
    day: voice.time(order.createdAt, kit.clock.now()),
  })
}

/** The times that its record holds, as they are written: these may be named. */
export function timesOf(kit: HandlerKit, voice: Voice, { scheduledFor, lines }: WorkOrder): string[] {
  const times = [...lines.map(({ at }) => at), ...(scheduledFor ? [scheduledFor] : [])]
  return [...new Set(times.map((time) => voice.time(time, kit.clock.now())))]
}

/** When and who, as staff entered it, and with `history` what happened on which day. */
function detailsOf(kit: HandlerKit, voice: Voice, order: WorkOrder, history: boolean): string[] {
  const steps = order.lines.slice(1).filter(({ kind }) => !ASIDE.has(kind))
  const many = history && order.followers > 1 ? [voice.say('order_followers', { n: order.followers })] : []
  return [
    ...visitOf(kit, voice, order),
    ...many,
    ...(history ? urgesLine(kit, voice, order) : []),
    ...(history ? steps.slice(-MOST_STEPS).map((line) => stepOf(kit, voice, line)) : []),
  ]
}

/** How often it was urged, when last and by whom; as the record has it. */
function urgesLine(kit: HandlerKit, voice: Voice, order: WorkOrder): string[] {
  const { count, last } = urgesOf(order)
  if (!last || !isOpenOrder(order.state)) return []
  const time = voice.time(last.at, kit.clock.now())
  return [voice.say('order_urged', { n: count, time, by: urgerOf(voice, last) })]
}

/** Whose urging it was: an owner's, or one that a clerk wrote down. */
export const urgerOf = (voice: Voice, { by }: { by?: string }): string =>
  by ? voice.say('urged_by_clerk', { name: by }) : voice.say('urged_by_owner')

function visitOf(kit: HandlerKit, voice: Voice, { state, scheduledFor, worker, lines }: WorkOrder): string[] {
  const now = kit.clock.now()
  if (state !== 'scheduled' || !scheduledFor)
    return worker && isOpenOrder(state) ? [voice.say('order_worker', { worker })] : []
  const past = Date.parse(scheduledFor) < now.getTime()
  const by = lines.findLast((line) => line.scheduledFor)?.by ?? ''
  const comes = worker ? voice.say('comes_worker', { worker }) : ''
  return [
    voice.say(past ? 'order_visit_past' : 'order_visit', { when: voice.time(scheduledFor, now), worker: comes, by }),
  ]
}

function stepOf(kit: HandlerKit, voice: Voice, { kind, state, at, by, worker = '' }: WorkOrderLine): string {
  const what = voice.say(kind === 'moved' || kind === 'filed' ? `state_${state}` : `step_${kind}`, { worker })
  const name = by ? voice.say('order_by', { name: by }) : ''
  return voice.say('order_step', { day: voice.time(at, kit.clock.now()), what, by: name })
}

/** What can be wanted of it in its present state, as buttons. */
function wishesFor(voice: Voice, { number, state }: WorkOrder): Choice[] {
  return [
    ...(isOpenOrder(state) ? [{ title: voice.say('choice_urge'), value: `order:urge:${number}` }] : []),
    ...(state === 'filed' ? [{ title: voice.say('choice_withdraw'), value: `order:withdraw:${number}` }] : []),
  ]
}

function cardOf(kit: HandlerKit, voice: Voice, order: WorkOrder) {
  const { number, slots, state } = order
  return { kind: 'work_order' as const, number, what: matterOf(kit, voice, order), where: whereOf(voice, slots), state }
}

/** The matter in its owner's words, shortened. */
export function matterOf(kit: HandlerKit, voice: Voice, order: WorkOrder): string {
  const entry = kit.knowledge.entries.get(order.intent)
  return shortened(order.slots.what ?? (entry ? voice.title(entry) : order.intent), SHOWN)
}
