import { BotDefinition, z } from '@botpress/sdk'

/** A bot that Qiao answers, and whose owners Qiao's desk takes over. */
export default new BotDefinition({
  configuration: {
    schema: z.object({
      secret: z.string().title('Shared secret').describe('BOTPRESS_SECRET of Qiao'),
      community: z.string().optional().title('Compound'),
    }),
  },
  message: { tags: { origin: { title: 'What it repeats or answers' } } },
  states: {
    session: {
      type: 'conversation',
      schema: z.object({
        remembered: z.record(z.any()).optional(),
        offered: z.array(z.object({ title: z.string(), value: z.string() })).optional(),
        locale: z.enum(['zh', 'en', 'zh-TW']).optional(),
        downstream: z.string().optional(),
        person: z.string().optional(),
        following: z.object({ conversationId: z.string(), qiaoId: z.string() }).optional(),
      }),
    },
    link: { type: 'conversation', schema: z.object({ upstream: z.string().optional() }) },
  },
})
