import { z } from 'zod'
import { cleanText } from '../bot/check.ts'

const line = (most: number) => z.string().overwrite(cleanText).trim().min(1).max(most)
const community = z.string().min(1).max(100)
const time = z.iso.datetime({ offset: true }).transform((iso) => new Date(iso).toISOString())
const deadline = z.union([z.iso.date(), time]).describe('From the paper: a day, which counts to its end, or a time')
const workingDays = z
  .number()
  .int()
  .min(1)
  .max(60)
  .describe('So many the paper gives in place of a date, counted by the compound’s calendar')
const id = z.string().min(1).max(100)

/** What the calls of the city's hotline are checked with. */
export const hotlineSchemas = {
  hotlines: z
    .object({
      state: z.enum(['open', 'answered']).optional(),
      community: community.optional(),
      ticket: id.optional().describe('Those that were taken down with this ticket'),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    })
    .strict(),
  newHotline: z
    .object({
      community,
      number: line(60).describe('As the paper has it'),
      receivedAt: time,
      deadline: deadline.optional(),
      workingDays: workingDays.optional(),
      wanted: line(4000).describe('What the caller wants, as the paper has it'),
      intent: z.string().max(100).optional().describe('Left out: that of ticket or work order, or as it is understood'),
      home: line(100).optional(),
      ticketId: id.optional(),
      workOrder: line(40).optional().describe('Number'),
    })
    .strict()
    .refine(({ deadline: one, workingDays: other }) => (one === undefined) !== (other === undefined), {
      path: ['deadline'],
      message: 'a deadline or a number of working days, as the paper has it',
    }),
  hotlineChanges: z
    .object({
      number: line(60).optional(),
      receivedAt: time.optional(),
      deadline: deadline.optional(),
      workingDays: workingDays.optional(),
      wanted: line(4000).optional(),
      intent: z.string().max(100).nullable().optional(),
      home: line(100).nullable().optional(),
      ticketId: id.nullable().optional(),
      workOrder: line(40).nullable().optional(),
    })
    .strict()
    .refine(({ deadline: one, workingDays: other }) => one === undefined || other === undefined, {
      path: ['deadline'],
      message: 'a deadline or a number of working days, not both',
    }),
  hotlineAnswer: z
    .object({
      text: line(4000),
      confirm: z.string().max(200).optional(),
      record: z.string().min(1).max(200).optional(),
    })
    .strict(),
}
