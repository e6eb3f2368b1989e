import type { Announcement } from '../bot/ports/board.ts'
import type { Home, Hours, Locale, Reply, StatusEntry, StatusStep, Words } from '../bot/types.ts'
import { concerns } from './boardChange.ts'

/** Speaks to owners in one language; `main` gives it. */
export interface PushVoice {
  english: boolean
  say(key: string, vars?: Record<string, string | number>): string
  pick(words: Words): string
  /** 今天 9:10 */
  time(iso: string, now: Date): string
  /** 9月2日 */
  day(iso: string, now: Date): string
}

export interface PushParts {
  voice(community: string, locale: Locale): PushVoice
  hours: Pick<Hours, 'mayDisturbAt'>
  formatHome(home: Home, locale: Locale): string
  /** By topic of the board. */
  topics: Map<string, { intent: string; title: Words }>
}

const LOCALES = ['zh', 'en', 'zh-TW'] as const

/** What those who follow the topic are told; in the quiet hours it waits for their end, and is worded for then. */
export function announcementOf(parts: PushParts, entry: StatusEntry, now: Date, step?: StatusStep): Announcement {
  const due = parts.hours.mayDisturbAt(entry.community, now)
  const replies = Object.fromEntries(LOCALES.map((locale) => [locale, replyOf(parts, locale, entry, due, step)]))
  return {
    replies: replies as Announcement['replies'],
    dueAt: due.toISOString(),
    concerns: (home) => concerns(entry.scope, home),
  }
}

function replyOf(parts: PushParts, locale: Locale, entry: StatusEntry, due: Date, step?: StatusStep): Reply {
  const voice = parts.voice(entry.community, locale)
  const topic = parts.topics.get(entry.topic)
  const place = Object.values(entry.scope).some(Boolean)
    ? parts.formatHome(entry.scope, locale)
    : voice.say('everywhere')
  const { announced } = entry
  const lines = [
    voice.say('push_changed', { topic: topic ? voice.pick(topic.title) : entry.topic }),
    voice.say('push_state', { place, state: voice.pick(entry.state) }),
    step ? stepLine(voice, step, due) : '',
    announced ? voice.say('announced', { source: voice.pick(announced.source), text: voice.pick(announced.text) }) : '',
    entry.closedAt ? voice.say('push_closed') : '',
    voice.say('as_of', { asOf: voice.time(entry.asOf, due), source: voice.pick(entry.source) }),
    voice.say('push_stop'),
  ]
  return {
    text: lines.filter(Boolean).join('\n'),
    action: 'status',
    ...(topic && { intent: topic.intent }),
    sources: [{ kind: 'status', id: entry.id, asOf: entry.asOf }],
    choices: [{ title: voice.say('stop_choice'), value: `unsubscribe:${entry.topic}` }],
  }
}

const stepLine = (voice: PushVoice, step: StatusStep, now: Date): string =>
  voice.say('push_step', { day: voice.day(step.day, now), text: voice.pick(step.text), by: voice.pick(step.by) })
