import { z } from 'zod'
import { cleanText } from '../bot/check.ts'
import { PLACEHOLDERS } from '../bot/types.ts'

const known = (text: string): boolean =>
  [...text.matchAll(/\{([^{}]*)\}/g)].every(([, name]) => PLACEHOLDERS.some((one) => one === name))

/** One word, since it is typed after a slash. */
const shortcut = z
  .string()
  .overwrite(cleanText)
  .trim()
  .min(1)
  .max(30)
  .regex(/^[^\s/]+$/, 'one word without a slash')
const text = z
  .string()
  .overwrite(cleanText)
  .trim()
  .min(1)
  .max(2000)
  .refine(known, `in braces only ${PLACEHOLDERS.join(', ')}`)

/** What the calls about canned replies are checked with. */
export const cannedSchemas = {
  canned: z.object({ community: z.string().max(100).optional() }).strict(),
  newCanned: z.object({ community: z.string().max(100).default(''), shortcut, text }).strict(),
  changedCanned: z.object({ shortcut: shortcut.optional(), text: text.optional() }).strict(),
}
