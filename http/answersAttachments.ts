import { z } from 'zod'

/** Of a message or a work order. */
export const attachment = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    type: z.string().describe('MIME type, found in the content'),
    size: z.number().int().describe('Bytes'),
  })
  .meta({ id: 'Attachment' })

export const attachmentAnswers = { stored: z.strictObject({ attachmentId: z.string() }) }
