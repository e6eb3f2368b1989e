import type { Message } from '../../bot/types.ts'
import { call } from '../http/client.ts'
import { type ChannelUnderTest, channelContract } from './contract.ts'
import { openProduct } from './product.ts'

const open = async (): Promise<ChannelUnderTest> => {
  const product = await openProduct()
  return {
    product,
    owner: async () => {
      const made = await call<{ conversationId: string; token: string }>(`${product.url}/api/conversations`, {
        body: {},
      })
      const { conversationId, token } = made.body
      const path = `${product.url}/api/conversations/${conversationId}/messages`
      const headers = { authorization: `Bearer ${token}` }
      let last = 0
      return {
        writes: (text) => {
          last += 1
          const body = { clientMessageId: `m${last}`, text }
          return { hand: async () => void (await call(path, { body, headers })) }
        },
        sees: async () => {
          const { body } = await call<{ messages: { from: string; text: string }[] }>(`${path}?limit=500`, { headers })
          return body.messages.filter(({ from }) => from !== 'owner').map(({ text }) => text)
        },
        files: async () => {
          const { body } = await call<{ messages: Message[] }>(`${path}?limit=500`, { headers })
          const ids = body.messages.flatMap(({ attachments = [] }) => attachments.map(({ id }) => id))
          const at = (id: string) => `${product.url}/api/conversations/${conversationId}/attachments/${id}`
          return Promise.all(ids.map(async (id) => Buffer.from(await (await fetch(at(id), { headers })).arrayBuffer())))
        },
        conversationId: async () => conversationId,
      }
    },
    stop: product.stop,
  }
}

channelContract('web', open, { platform: true, calls: true })
