import { z } from 'zod'

/** Of `tokens/generate` and `conversations`; `community` is ours, for installations that serve several compounds. */
export const opening = z.looseObject({
  user: z.looseObject({ id: z.string().max(200).nullish() }).nullish(),
  locale: z.string().max(50).nullish().describe('BCP 47'),
  community: z.string().max(100).optional(),
})

const token = { conversationId: z.string(), token: z.string(), expires_in: z.number().int().describe('Seconds') }

export const directLineAnswers = {
  token: z.strictObject(token),
  opened: z.strictObject({ ...token, streamUrl: z.string().describe('Opens a socket, for one minute') }),
  activities: z.strictObject({ activities: z.array(z.looseObject({ type: z.string() })), watermark: z.string() }),
  posted: z.strictObject({ id: z.string() }),
}
