import type { ClientInputs } from '@botpress/client'
import { z } from 'zod'

/*
 * What Botpress takes, call by call: nothing missing, nothing more. Each shape is held against the types of the
 * client's own inputs, so that a field which the client does not know cannot stand here.
 */

const text = z.string().min(1)
const tags = z.record(z.string(), z.string())
const record = z.record(z.string(), z.unknown())
const ids = z.array(text)

type Shape<Name extends keyof ClientInputs> = z.ZodType<Partial<ClientInputs[Name]>>

export const SHAPES = {
  getOrCreateConversation: z.strictObject({ channel: text, tags, discriminateByTags: ids }),
  updateConversation: z.strictObject({ tags }),
  getOrCreateUser: z.strictObject({
    name: text.exactOptional(),
    pictureUrl: text.exactOptional(),
    tags,
    discriminateByTags: ids,
  }),
  createUser: z.strictObject({ name: text.exactOptional(), pictureUrl: text.exactOptional(), tags }),
  createEvent: z.strictObject({ type: text, conversationId: text, payload: record }),
  getOrCreateMessage: z.strictObject({
    conversationId: text,
    userId: text,
    type: text,
    payload: record,
    tags,
    discriminateByTags: ids,
  }),
  updateMessage: z.strictObject({ tags }),
  getOrSetState: z.strictObject({ payload: record }),
  setState: z.strictObject({ payload: record }),
  callAction: z.strictObject({ type: text, input: record }),
} satisfies { [Name in keyof ClientInputs]?: Shape<Name> }

export type Checked = keyof typeof SHAPES
