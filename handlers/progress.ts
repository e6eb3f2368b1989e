import type { Outcome, Turn, WorkOrder } from '../bot/types.ts'
import type { KnowledgeEntry } from '../knowledge/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { knowledgeReply } from './faq.ts'
import { personChoice } from './status.ts'

const MOST_LINES = 3

/** What became of what was reported: the work orders' own records, or that there is none. */
export async function answerProgress(kit: HandlerKit, entry: KnowledgeEntry, turn: Turn): Promise<Outcome> {
  const { conversation } = turn
  const own = await kit.records.workOrders(conversation.id)
  const named = numberIn(turn.text, own)
  const orders = named ? own.filter((order) => order.number === named) : own.slice(0, MOST_LINES)
  const voice = voiceOf(kit, turn)
  const words = orders.length ? '' : voice.say(named ? 'order_unknown' : 'no_orders', { number: named ?? '' })
  const lines = orders.map((order) => lineOf(kit, voice, order))
  const text = [words, ...lines, orders.some(waits) ? voice.say('order_no_date') : ''].filter(Boolean).join('\n')
  const first = orders[0]
  const { card: strip } = knowledgeReply(voice, entry, 'status')
  return {
    action: 'status',
    intent: entry.id,
    evidence: { repairs: orders },
    notPromised: voice.title(entry),
    replies: [
      {
        text,
        intent: entry.id,
        action: 'status',
        choices: [personChoice(voice)],
        sources: first
          ? [{ kind: 'work_order', number: first.number }]
          : [{ kind: 'knowledge', id: entry.id, revision: entry.revision }],
        ...(first ? { card: cardOf(voice, first) } : strip ? { card: strip } : {}),
      },
    ],
  }
}

/** A work order's number in the text; a bare number counts only when it is one of the owner's own (1502 is a room). */
function numberIn(text: string, own: WorkOrder[]): string | undefined {
  const named = /(?:工单|工單|单号|單號|编号|#|order)\D{0,4}(\d{4,8})/i.exec(text)?.[1]
  return named ?? own.find((order) => new RegExp(`(?<!\\d)${order.number}(?!\\d)`).test(text))?.number
}

const waits = (order: WorkOrder): boolean => order.state === 'filed' || order.state === 'accepted'

function lineOf(kit: HandlerKit, voice: Voice, order: WorkOrder): string {
  return voice.say('order_line', {
    number: order.number,
    what: order.slots.what ?? '',
    state: voice.say(`state_${order.state}`),
    day: voice.time(order.createdAt, kit.clock.now()),
  })
}

function cardOf(voice: Voice, order: WorkOrder) {
  const where = [order.slots.home, order.slots.place].filter(Boolean).join(voice.english ? ', ' : ' ')
  return { kind: 'work_order' as const, number: order.number, what: order.slots.what ?? '', where, state: order.state }
}
