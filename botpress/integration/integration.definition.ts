import { IntegrationDefinition, z } from '@botpress/sdk'

const text = z.object({ text: z.string() })
const file = (name: string) => ({ schema: z.object({ [name]: z.string(), title: z.string().optional() }) })

const session = z.object({
  idempotencyKey: z.string().optional().title('Key').describe('The same for the same handoff'),
  community: z.string().optional().title('Compound'),
  locale: z.enum(['zh', 'en', 'zh-TW']).optional().title('Language'),
  home: z.string().optional().title('Home').describe('As the owner says it: 3栋2单元501'),
  phone: z.string().optional().title('Phone'),
  intent: z.string().optional().title('Intent').describe('One of Qiao’s intents'),
  facts: z
    .array(z.object({ label: z.string(), value: z.string() }))
    .optional()
    .title('Further lines for staff'),
})

/**
 * Qiao's desk as the people behind any Botpress bot: the HITL interface 2.1.0, declared by hand, since its package is
 * to be had from Botpress Cloud alone.
 */
export default new IntegrationDefinition({
  name: 'qiao',
  version: '0.1.0',
  title: 'Qiao 桥',
  description: 'The staff desk of a residential compound behind your bot',
  configuration: {
    schema: z.object({
      secret: z.string().secret().title('Shared secret').describe('BOTPRESS_SECRET of Qiao'),
      community: z.string().optional().title('Compound'),
      locale: z.enum(['zh', 'en', 'zh-TW']).default('zh').title('Language'),
    }),
  },
  user: { tags: { id: { title: 'Name at Qiao' }, email: { title: 'E-mail' } } },
  entities: { hitlSession: { title: 'HITL session', schema: session } },
  actions: {
    createUser: {
      title: 'Create user',
      input: {
        schema: z.object({ name: z.string(), pictureUrl: z.string().optional(), email: z.string().optional() }),
      },
      output: { schema: z.object({ userId: z.string() }) },
    },
    startHitl: {
      title: 'Start HITL',
      input: {
        schema: z.object({
          userId: z.string(),
          title: z.string().optional(),
          description: z.string().optional(),
          hitlSession: session.optional(),
          messageHistory: z.array(
            z.object({
              source: z.union([
                z.object({ type: z.literal('user'), userId: z.string() }),
                z.object({ type: z.literal('bot') }),
              ]),
              type: z.string(),
              payload: z.record(z.any()),
            }),
          ),
        }),
      },
      output: { schema: z.object({ conversationId: z.string() }) },
    },
    follow: {
      title: 'Follow the record',
      description: 'Changes of a topic are told as messages in the conversation that comes back',
      input: {
        schema: z.object({
          conversationId: z.string(),
          topic: z.string(),
          home: z.record(z.string()).optional(),
          community: z.string().optional(),
          locale: z.enum(['zh', 'en', 'zh-TW']).optional(),
        }),
      },
      output: { schema: z.object({ conversationId: z.string(), qiaoId: z.string() }) },
    },
    unfollow: {
      title: 'Follow the record no longer',
      input: { schema: z.object({ conversationId: z.string(), topic: z.string().optional() }) },
      output: { schema: z.object({}) },
    },
    stopHitl: {
      title: 'Stop HITL',
      input: { schema: z.object({ conversationId: z.string() }) },
      output: { schema: z.object({}) },
    },
  },
  events: {
    hitlAssigned: { title: 'HITL assigned', schema: z.object({ conversationId: z.string(), userId: z.string() }) },
    hitlStopped: { title: 'HITL stopped', schema: z.object({ conversationId: z.string() }) },
  },
  channels: {
    hitl: {
      title: 'HITL',
      conversation: {
        tags: { id: { title: 'Id at Qiao' }, assigned: { title: 'Who has it' }, stopped: { title: 'Ended' } },
      },
      message: { tags: { id: { title: 'Id at Qiao' } } },
      messages: {
        text: { schema: text },
        image: file('imageUrl'),
        audio: file('audioUrl'),
        video: file('videoUrl'),
        file: file('fileUrl'),
        bloc: { schema: z.object({ items: z.array(z.object({ type: z.string(), payload: z.record(z.any()) })) }) },
      },
    },
  },
})
