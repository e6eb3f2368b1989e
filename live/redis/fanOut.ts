import { z } from 'zod'
import type { Live, LiveEvent } from '../../bot/ports.ts'
import type { InProcessLive } from '../inProcess.ts'
import type { Run } from './commands.ts'
import type { Client } from './connect.ts'

const BEAT_EVERY_MS = 500
/** Two beats that did not come through. */
const SILENT_AFTER_MS = 1500
const LOOK_EVERY_MS = 2000
const FIRST_MS = 2000
/** So long an instance that fell silent is taken for one that lives and is cut off from Redis. */
const MISSED_MS = 60_000

const heard = z.object({
  from: z.string(),
  topic: z.string().optional(),
  event: z.looseObject({ kind: z.string() }).optional(),
  /** The last thing this instance says. */
  bye: z.literal(true).optional(),
})

export interface FanOut {
  events: Live
  /** When it has heard itself for the first time, or waited two seconds for it. */
  heard: Promise<void>
  /** Whether what is said here does not come back from Redis. */
  isAway(): boolean
  stop(): Promise<void>
}

export interface FanOutParts {
  command: Run
  listening: Client
  channel: string
  /** Names this instance. */
  instance: string
  local: InProcessLive
  report(error: unknown): void
}

/**
 * One channel for all, so that nothing falls between reading the record and listening. Each instance says twice a
 * second that it is there and has to hear that itself. While it does not, or while another one has fallen silent,
 * whoever listens is told every two seconds to look in the record; and once more when all is well again.
 */
export function fanOut({ command, listening, channel, instance, local, report }: FanOutParts): FanOut {
  /** When each was heard, this one among them. */
  const last = new Map<string, number>([[instance, Number.NEGATIVE_INFINITY]])
  let first = (): void => undefined
  const firstHeard = new Promise<void>((done) => {
    const timer = setTimeout(done, FIRST_MS)
    first = () => {
      clearTimeout(timer)
      done()
    }
  })
  let owes = false
  let looks = true
  const say = (piece: object) => command('say', channel, channel, JSON.stringify({ from: instance, ...piece }))
  const publish: Live['publish'] = (topic, event) => {
    local.publish(topic, event)
    say({ topic, event }).catch(() => {
      // The others have missed it and are told so as soon as they can be.
      owes = true
    })
  }
  const silent = (name: string): boolean => performance.now() - (last.get(name) ?? 0) > SILENT_AFTER_MS
  const hear = (text: string): void => {
    const { from, topic, event, bye } = heard.parse(JSON.parse(text))
    if (bye) last.delete(from)
    else last.set(from, performance.now())
    if (from === instance) first()
    if (event && from !== instance) {
      if (topic === undefined) local.resync()
      else local.publish(topic, event as unknown as LiveEvent)
    }
  }
  listening.on('message', (_channel: string, text: string) => {
    try {
      hear(text)
    } catch (error) {
      report(error)
    }
  })
  let began = false
  // Back after a cut: what was said meanwhile is gone.
  listening.on('ready', () => {
    if (began) local.resync()
    began = true
  })
  const beat = async (): Promise<void> => {
    try {
      if (owes) await say({ event: { kind: 'resync' } })
      else await say({})
      owes = false
    } catch {
      owes = true
    }
  }
  const look = (): void => {
    for (const [name, at] of last) if (name !== instance && performance.now() - at > MISSED_MS) last.delete(name)
    const needed = [...last.keys()].some(silent)
    if (needed || looks) local.resync()
    looks = needed
  }
  void listening.subscribe(channel).then(beat).catch(report)
  const beats = setInterval(() => void beat(), BEAT_EVERY_MS)
  const looking = setInterval(look, LOOK_EVERY_MS)
  return {
    events: { publish, subscribe: local.subscribe },
    heard: firstHeard,
    isAway: () => silent(instance),
    stop: async () => {
      clearInterval(beats)
      clearInterval(looking)
      await say({ bye: true }).catch(() => 0)
    },
  }
}
