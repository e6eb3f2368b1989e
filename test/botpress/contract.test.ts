import { type ChannelUnderTest, channelContract } from '../channels/contract.ts'
import { call } from '../http/client.ts'
import { openBotpress, SECRET } from './place.ts'

/** The words, and under them the buttons. */
const shown = ({ text, options = [] }: Record<string, unknown>): string => {
  const labels = (options as { label: string }[]).map(({ label }) => label)
  return [text, ...(labels.length ? [`[${labels.join(' / ')}]`] : [])].join('\n')
}

/** What whoever reads these messages fetches. */
const filesOf = (messages: { payload: Record<string, unknown> }[]): Promise<Buffer[]> => {
  const urls = messages.flatMap(({ payload }) => payload.imageUrl ?? payload.fileUrl ?? [])
  return Promise.all(urls.map(async (url) => Buffer.from(await (await fetch(String(url))).arrayBuffer())))
}

/** The channel `hitl`: an owner whom another bot has handed over. */
const open = async (): Promise<ChannelUnderTest> => {
  const place = await openBotpress()
  const { product, botpress } = place
  let handoffs = 0
  const post = (path: string, secret?: string) => async () => {
    const body = { key: 'forged', webhookId: 'wh_1', history: [] }
    const answer = await call(`${product.url}${path}`, { body, ...(secret ? { token: secret } : {}) })
    return answer.status
  }
  return {
    product,
    owner: async () => {
      const key = `h${++handoffs}`
      const { userId } = (await botpress.action('createUser', { name: '陈先生' })).body.output as { userId: string }
      const input = { userId, messageHistory: [], hitlSession: { idempotencyKey: key } }
      const { conversationId } = (await botpress.action('startHitl', input)).body.output as { conversationId: string }
      await place.settle()
      return {
        writes: (text) => {
          const message = botpress.drafts(conversationId, userId, text)
          return { hand: async () => void (await botpress.bring(message)) }
        },
        sees: async () =>
          botpress.messages
            .filter((message) => message.conversationId === conversationId && !message.outgoing)
            .flatMap(({ payload }) => (payload.text === undefined ? [] : [String(payload.text)])),
        files: async () => filesOf(botpress.messages.filter((message) => message.conversationId === conversationId)),
        conversationId: async () => botpress.conversations.find(({ id }) => id === conversationId)?.tags.id ?? '',
      }
    },
    // Begins with a bot that Qiao answers, goes to people, and comes back to the bot.
    storyOwner: async () => {
      const { conversation, user } = botpress.owner()
      const linked = ({ id }: { id: string }) => botpress.upstreamOf(id) === conversation.id
      return {
        writes: (text) => {
          const message = botpress.writes(conversation, user, 'text', { text })
          return { hand: () => botpress.tell(message) }
        },
        sees: async () => botpress.seenBy(conversation).map(({ payload }) => shown(payload)),
        files: async () => filesOf(botpress.seenBy(conversation)),
        conversationId: async () => {
          const { tickets } = await product.store.tickets.list({})
          const downstream = botpress.conversations.filter(linked).map(({ tags }) => tags.id)
          return tickets.find((ticket) => downstream.includes(ticket.conversationId))?.conversationId ?? ''
        },
      }
    },
    forStaff: /^另一个机器人转来/,
    settle: async () => {
      await product.brain.turns.resume()
      await place.settle()
    },
    down: async () => {
      botpress.webhookStatus = 503
    },
    up: async () => {
      botpress.webhookStatus = undefined
    },
    forgeries: () => [
      { name: 'without the secret', send: post('/channels/botpress/conversations') },
      { name: 'another secret', send: post('/channels/botpress/conversations', `${SECRET}x`) },
      { name: 'a secret cut short', send: post('/channels/botpress/messages', SECRET.slice(0, -1)) },
      { name: 'a question of strangers', send: post('/api/answer', 'guess') },
    ],
    stop: place.stop,
  }
}

channelContract('Botpress', open)
