import type { z } from 'zod'
import { QiaoError } from './errors.ts'

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
