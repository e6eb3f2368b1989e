import { z } from 'zod'
import { TEAMS, VISIT_HOURS } from '../bot/types.ts'

/** Schemas of the files in this folder; the only edge at which knowledge is validated. */

export const words = z.object({ zh: z.string().min(1), en: z.string().min(1) }).strict()
export const lists = z.object({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) }).strict()
const noLists = { zh: [], en: [] }
// YAML reads 2021-01-01 as text or as a date, by how it is quoted.
const day = z
  .union([z.string(), z.date()])
  .transform((value) => (typeof value === 'string' ? value : value.toISOString().slice(0, 10)))
  .pipe(z.iso.date())

export const frontMatter = z
  .object({
    id: z.string().regex(/^[a-z_]+(\.[a-z_]+)?$/),
    kind: z.enum(['faq', 'status', 'action', 'emergency', 'human', 'smalltalk']),
    title: words,
    aliases: lists.default(noLists),
    responsible: z.array(z.string()).min(1),
    staff_can: lists.default(noLists),
    staff_cannot: lists.default(noLists),
    next_step: words,
    legal: z.array(z.string()).default([]),
    slots: z.array(z.enum(['what', 'place', 'home', 'when', 'contact'])).default([]),
    topic: z.string().optional(),
    team: z.enum(TEAMS).default('service'),
    examples: lists,
    tests: lists,
  })
  .strict()

export const laws = z.record(
  z.string(),
  z
    .object({
      name: words,
      article: z.string(),
      inForce: day,
      until: day.optional(),
      says: words,
      toBeChecked: z.boolean().default(false),
    })
    .strict(),
)

export const parties = z.record(z.string(), z.object({ name: words, phone: z.string().optional() }).strict())

/** Placeholder → the words that say what is not on file. */
export const factNames = z.record(z.string(), words)

export const replies = z.record(z.string(), words)

const span = z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/, 'HH:MM-HH:MM')
const weekday = z.array(span)

export const community = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    timezone: z.string(),
    hours: z
      .object({
        mon: weekday,
        tue: weekday,
        wed: weekday,
        thu: weekday,
        fri: weekday,
        sat: weekday,
        sun: weekday,
        /** Closed, whatever the weekday. */
        holidays: z.array(z.object({ from: day, to: day, name: words }).strict()).default([]),
        /** 调休: open with these hours, though a weekend. */
        workdays: z.array(z.object({ day, hours: weekday }).strict()).default([]),
      })
      .strict(),
    /** Minutes in which somebody answers a ticket, counted in open hours; an emergency counts at every hour. */
    answerWithinMinutes: z.object({ emergency: z.number(), high: z.number(), normal: z.number() }).strict(),
    /** Nobody is sent anything unasked; it waits until they end. The same time twice: never. */
    quietHours: span.default('22:00-07:00'),
    /** So many conversations about one trouble within so many minutes are one incident. */
    burst: z
      .object({ conversations: z.number().int().min(2).default(3), minutes: z.number().positive().default(10) })
      .strict()
      .prefault({}),
    /** Tickets that one clerk holds at most, and minutes of silence after which one goes back to the queue. */
    desk: z
      .object({
        mostTickets: z.number().int().min(1).default(20),
        releaseAfterMinutes: z.number().positive().default(20),
        /** After something was ended, when somebody else asks whether it held. */
        returnVisitHours: z.number().positive().max(720).default(VISIT_HOURS),
      })
      .strict()
      .prefault({}),
    /** Which topics the bot answers by itself; it drafts the others for a clerk. Emergencies are always answered. */
    answers: z
      .object({
        mode: z.enum(['all', 'topics', 'shadow']).default('all'),
        topics: z.array(z.string()).default([]),
      })
      .strict()
      .prefault({}),
    /** Precision at which the bot answers at once. */
    precision: z.number().min(0.5).max(1).default(0.97),
    buildings: z.array(
      z.object({ id: z.string(), acceptedOn: day, units: z.number().int(), floors: z.number().int() }).strict(),
    ),
    /** What is asked most, until the record knows better; intent ids. */
    starters: z.array(z.string()).length(6),
    facts: z.record(z.string(), words),
  })
  .strict()

/** `-3d 14:20` from now, in the compound's time zone; a plain ISO time is taken as it is. */
const offset = z.string().regex(/^-\d+d( \d\d:\d\d)?$|^\d{4}-\d\d-\d\dT/)

export const statusBoard = z.array(
  z
    .object({
      topic: z.string(),
      scope: z.object({ building: z.string(), unit: z.string(), room: z.string() }).partial().strict().default({}),
      state: words,
      log: z.array(z.object({ day: offset, text: words, by: words, urging: z.boolean().optional() }).strict()),
      blockedBy: words.optional(),
      nextActor: words.optional(),
      announced: z.object({ text: words, source: words }).strict().optional(),
      asOf: offset,
      staleAfterHours: z.number().positive(),
      source: words,
    })
    .strict(),
)

export const labelledMessage = z.looseObject({
  text: z.string().min(1),
  intent: z.string(),
  also: z.array(z.string()).default([]),
})

export type CommunityFile = z.infer<typeof community>
export type StatusFile = z.infer<typeof statusBoard>
