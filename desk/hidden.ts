import type { Message, Slots } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

type Ports = Pick<DeskPorts, 'maskAbuse' | 'maskNumbers'>

/**
 * An owner's words as a clerk gets them: without insults, and without numbers that tell who somebody is; the compound's
 * public phones stay. The record keeps all.
 */
export const hidden = ({ maskAbuse, maskNumbers }: Ports, text: string, community: string): string =>
  maskNumbers(maskAbuse(text), { community })

/** What the bot or a colleague wrote: they repeat what the owner gave, in a text, a card or a choice. */
const hiddenOurs = ({ maskNumbers }: Ports, text: string, community: string): string =>
  maskNumbers(text, { community, ours: true })

/** What the owner gave, each as their words. */
export const hiddenSlots = (ports: Ports, slots: Slots, community: string): Slots =>
  inside(slots, (text) => hidden(ports, text, community))

/** Words that were drafted for a clerk, or said by the bot. */
export const hiddenWords = <Words>(ports: Ports, words: Words, community: string): Words =>
  inside(words, (text) => hiddenOurs(ports, text, community))

/** A message as a clerk gets it; `masked` where something of it is hidden. */
export function shownMessage(ports: Ports, message: Message, community: string): Message {
  const hide = (words: string) => (message.from === 'owner' ? hidden : hiddenOurs)(ports, words, community)
  const { card, choices, attachments } = message
  const shown: Message = {
    ...message,
    text: hide(message.text),
    ...(card && { card: inside(card, hide) }),
    ...(choices && { choices: choices.map((choice) => ({ ...choice, title: hide(choice.title) })) }),
    ...(attachments && { attachments: attachments.map((file) => ({ ...file, name: hide(file.name) })) }),
  }
  return JSON.stringify(shown) === JSON.stringify(message) ? message : { ...shown, masked: true }
}

/** The same with every text in it changed. */
function inside<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value
  if (Array.isArray(value)) return value.map((one) => inside(one, change)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(one, change)])) as Value
}
