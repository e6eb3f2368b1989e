import { z } from 'zod'
import { cleanText } from '../bot/check.ts'

const MOST_LISTED = 60
const MOST_NAME = 40
const name = z.string().overwrite(cleanText).trim().min(1).max(MOST_NAME)

/** A span of a day that may go over midnight. */
export const span = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM-HH:MM')

const openSpan = span.refine((one) => one.slice(0, 5) < one.slice(6), 'ends before it begins')
/** When an office is open on one day. */
export const openSpans = z.array(openSpan).max(4)

/** Days on which the office is closed; none stands in two of them. */
export const holidays = z
  .array(
    z
      .object({ from: z.iso.date(), to: z.iso.date(), name: z.object({ zh: name, en: name }).strict() })
      .strict()
      .refine(({ from, to }) => from <= to, { path: ['to'], message: 'ends before it begins' }),
  )
  .max(MOST_LISTED)
  .refine((list) => {
    const inOrder = list.toSorted((a, b) => a.from.localeCompare(b.from))
    return inOrder.every(({ from }, index) => index === 0 || (inOrder[index - 1]?.to ?? '') < from)
  }, 'two of them share a day')

/** 调休: days that are worked though they are a weekend's. */
export const workdays = z
  .array(z.object({ day: z.iso.date(), hours: openSpans.min(1) }).strict())
  .max(MOST_LISTED)
  .refine((list) => new Set(list.map(({ day }) => day)).size === list.length, 'a day stands there twice')

/** Minutes in which somebody answers. */
export const answerWithin = z
  .object({
    emergency: z.number().positive().max(60),
    high: z.number().positive().max(1440),
    normal: z.number().positive().max(10_080),
  })
  .strict()
