import { RuntimeError } from '@botpress/sdk'
import type { z } from 'zod'

/**
 * Checks what Botpress hands over, which the SDK does not.
 * @throws RuntimeError, which the bot's maker reads, with the first field that is wrong
 */
export function check<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new RuntimeError(`${issue?.path.join('.') || 'the input'}: ${issue?.message ?? 'wrong'}`)
}
