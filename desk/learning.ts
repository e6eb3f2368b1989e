import { z } from 'zod'
import { cleanText } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import type { StaffMember, Ticket, Words } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

const text = z.string().overwrite(cleanText).trim().min(1)
/** A clerk writes in one language or in both; of the other the draft keeps what stands there now. */
const words = z
  .object({ zh: text.max(4000).optional(), en: text.max(4000).optional() })
  .strict()
  .refine(({ zh, en }) => zh !== undefined || en !== undefined, 'in Chinese, in English or in both')

/** What staff say of a ticket when they end it. */
export const resolveSchema = z
  .object({
    label: z.string().max(100).optional().describe('The intent that it was about'),
    learn: z
      .object({
        shouldAnswer: z.boolean().optional().describe('The bot should have answered it'),
        example: text.max(500).optional().describe('A sentence that means this intent; goes into a draft'),
        answer: words.optional().describe('A better answer to this intent; goes into a draft'),
      })
      .strict()
      .optional(),
  })
  .strict()

export type Lesson = z.infer<typeof resolveSchema>

type Ports = Pick<DeskPorts, 'store' | 'knowledge' | 'intents'>

/** @throws QiaoError `bad_request` for an intent that is not there, or a lesson without one */
export function checkLesson({ intents }: Pick<Ports, 'intents'>, { label, learn }: Lesson): void {
  const field = (field: string, detail: string) => new QiaoError('bad_request', detail, { details: { field, detail } })
  if (label !== undefined && !intents.some(({ id }) => id === label)) throw field('label', 'no such intent')
  if ((learn?.example ?? learn?.answer) !== undefined && label === undefined) throw field('label', 'of which intent')
}

/** Keeps the label; an example or an answer becomes a draft that a manager may publish. Nothing is learnt by itself. */
export async function takeLesson(ports: Ports, ticket: Ticket, clerk: StaffMember, lesson: Lesson): Promise<void> {
  const { label, learn } = lesson
  if (label === undefined && learn === undefined) return
  const { store, knowledge } = ports
  const shouldAnswer = learn?.shouldAnswer ?? false
  const intent = label === undefined ? {} : { intent: label }
  await store.reports.label({ ticketId: ticket.id, ...intent, shouldAnswer, author: clerk.name })
  if (label === undefined || !learn) return
  if (learn.example !== undefined)
    await knowledge.suggestExamples(label, [learn.example], clerk.name, { ticketId: ticket.id })
  if (learn.answer)
    await knowledge.start(
      { intent: label, fields: { answer: await bothLanguages(knowledge, label, learn.answer) }, ticketId: ticket.id },
      clerk.name,
    )
}

async function bothLanguages(
  knowledge: Ports['knowledge'],
  intent: string,
  { zh, en }: { zh?: string | undefined; en?: string | undefined },
): Promise<Words> {
  if (zh !== undefined && en !== undefined) return { zh, en }
  const { common } = await knowledge.entry(intent)
  const either = zh ?? en ?? ''
  return { zh: zh ?? common.answer?.zh ?? either, en: en ?? common.answer?.en ?? either }
}
