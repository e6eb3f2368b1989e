import { type ImportedOrder, isOpenOrder, type Turn } from '../bot/types.ts'
import type { Voice } from '../knowledge/voice.ts'
import { type HandlerKit, voiceOf } from './context.ts'
import { shortened } from './describe.ts'

/** Orders that are told at once, the newest. */
const MOST = 3
/** Characters of a text that a line shows. */
const SHOWN = 60
/** Shorter numbers stand in a text by chance. */
const SHORTEST = 4

/** What the system that the company had before says of a home, as it was exported. */
export interface Imported {
  /** One of them is named by its number. */
  named: boolean
  lines: string[]
}

/** Those of the verified home that are meant: the one that is named, else the open ones. */
export async function importedFor(kit: HandlerKit, turn: Turn): Promise<Imported> {
  const all = await kit.records.importedOrders(turn.conversation.id)
  const said = turn.text.toUpperCase()
  const named = all.find(({ number }) => number.length >= SHORTEST && said.includes(number.toUpperCase()))
  const meant = named ? [named] : all.filter(({ state }) => isOpenOrder(state)).slice(0, MOST)
  const voice = voiceOf(kit, turn)
  const [first] = meant
  if (!first) return { named: false, lines: [] }
  const asOf = voice.time(first.asOf, kit.clock.now())
  const head = voice.say('imported_orders', { source: first.source, asOf })
  const lines = meant.flatMap((order) => linesOf(kit, voice, order))
  return { named: named !== undefined, lines: [head, ...lines] }
}

function linesOf(kit: HandlerKit, voice: Voice, order: ImportedOrder): string[] {
  const what = order.what ?? order.category ?? order.place ?? ''
  const vars = {
    number: order.number,
    what: shortened(what, SHOWN),
    state: order.stateWords || voice.say(`state_${order.state}`),
    day: voice.day(order.openedOn, kit.clock.now()),
  }
  return [
    voice.say('imported_order', vars),
    ...(order.done ? [voice.say('imported_done', { done: shortened(order.done, 2 * SHOWN) })] : []),
    ...(order.worker && isOpenOrder(order.state) ? [voice.say('order_worker', { worker: order.worker })] : []),
  ]
}
