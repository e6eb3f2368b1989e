import type { z } from 'zod'
import { QiaoError } from './errors.ts'

/** A text as it is kept: NFC, well-formed, without control characters other than line breaks and tabs. */
export function cleanText(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd')
  return wellFormed.normalize('NFC').replace(/[^\P{Cc}\n\t]/gu, '')
}

/**
 * Checks a body or query at the edge.
 * @throws QiaoError `bad_request` with the first field that is wrong
 */
export function check<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value ?? {})
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new QiaoError('bad_request', 'the request does not fit its schema', {
    details: { field: issue?.path.join('.') ?? '', detail: issue?.message ?? '' },
  })
}
