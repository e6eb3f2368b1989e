import type { Message } from '../../../bot/types.ts'

/** What the log is drawn from: days, runs of messages by one speaker, lines of the system. */
export type Block =
  | { kind: 'day'; key: string; at: Date }
  | { kind: 'system'; key: string; message: Message }
  | { kind: 'run'; key: string; from: 'owner' | 'bot' | 'staff'; author?: string; at: Date; messages: Message[] }

/** A pause after which the time is shown again. */
const PAUSE_MS = 5 * 60_000

/** Puts messages in blocks; the day is named where it changes and where the first one is not of today. */
export function blocksOf(messages: Message[], now: Date): Block[] {
  const blocks: Block[] = []
  let day = now.toDateString()
  for (const message of messages) {
    const at = new Date(message.createdAt)
    if (at.toDateString() !== day) blocks.push({ kind: 'day', key: `day-${message.seq}`, at })
    day = at.toDateString()
    const last = blocks[blocks.length - 1]
    if (message.from === 'system') blocks.push({ kind: 'system', key: message.id, message })
    else if (last?.kind === 'run' && continues(last.messages, message)) last.messages.push(message)
    else blocks.push(runOf(message, message.from, at))
  }
  return blocks
}

function runOf(message: Message, from: 'owner' | 'bot' | 'staff', at: Date): Block {
  const author = message.author ? { author: message.author } : {}
  return { kind: 'run', key: message.id, from, at, messages: [message], ...author }
}

function continues(run: Message[], next: Message): boolean {
  const last = run[run.length - 1]
  if (!last || last.from !== next.from || last.author !== next.author) return false
  return Date.parse(next.createdAt) - Date.parse(last.createdAt) < PAUSE_MS
}
