import type { WorkOrder } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

/** Characters of the matter that an owner is reminded by. */
const SHOWN = 40

/** What a work order is about, as its owner said it; else what its kind is called. */
export function matterOf(
  { intents }: Pick<DeskPorts, 'intents'>,
  { slots, intent }: Pick<WorkOrder, 'slots' | 'intent'>,
  english: boolean,
): string {
  const title = intents.find(({ id }) => id === intent)?.title
  const signs = [...(slots.what ?? (english ? title?.en : title?.zh) ?? intent)]
  return signs.length > SHOWN ? `${signs.slice(0, SHOWN - 1).join('')}…` : signs.join('')
}
