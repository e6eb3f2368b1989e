import { z } from 'zod'
import { cleanText } from '../bot/check.ts'
import { QiaoError } from '../bot/errors.ts'
import { MOST_ATTACHMENTS } from '../bot/types.ts'

/** Characters of an owner's or clerk's message at most. */
export const MAX_TEXT = 4000

const id = z.string().min(1).max(200)

export const newConversation = z
  .object({ community: id.optional(), locale: z.enum(['zh', 'en', 'zh-TW']).default('zh') })
  .strict()

export const newMessage = z
  .object({
    clientMessageId: id,
    text: z.string(),
    choice: z.string().max(200).optional(),
    attachments: z
      .array(id)
      .max(MOST_ATTACHMENTS)
      .refine((ids) => new Set(ids).size === ids.length, 'each once')
      .optional(),
  })
  .strict()

export const rating = z
  .object({ score: z.number().int().min(1).max(5), comment: z.string().max(1000).optional() })
  .strict()

/** As people type it: in small letters, with spaces or dashes. */
export const homeCode = z
  .object({
    code: z
      .string()
      .max(50)
      .overwrite((code) =>
        code
          .normalize('NFKC')
          .toUpperCase()
          .replace(/[^A-Z0-9]/g, ''),
      )
      .min(1),
  })
  .strict()

/** Which subscription; left out: all of them. */
export const topicOf = z.object({ topic: z.string().min(1).max(50).optional() }).strict()

export const page = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})

/**
 * A message's text as it is kept; `mayBeEmpty` beside attachments.
 * @throws QiaoError `empty_text`, `text_too_long`
 */
export function checkText(text: string, mayBeEmpty = false): string {
  const clean = cleanText(text)
  if (!mayBeEmpty && !clean.trim()) throw new QiaoError('empty_text', 'the message has no text')
  if ([...clean].length > MAX_TEXT) throw new QiaoError('text_too_long', `the message has over ${MAX_TEXT} characters`)
  return clean
}
