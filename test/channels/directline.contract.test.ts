import { type ChannelUnderTest, channelContract } from './contract.ts'
import { dl, SECRET } from './directlineClient.ts'
import { openProduct } from './product.ts'

interface Heard {
  id: string
  type: string
  text?: string
  from: { role: string }
  attachments?: { contentUrl: string }[]
}

/** As a client that asks now and then; the package itself has tests of its own. */
const open = async (): Promise<ChannelUnderTest> => {
  const product = await openProduct({ settings: { DIRECTLINE_SECRET: SECRET } })
  return {
    product,
    owner: async () => {
      const { conversationId, token } = (await dl(product.url, '/tokens/generate', SECRET, {})).body
      const path = `/conversations/${conversationId}/activities`
      let last = 0
      return {
        writes: (text) => {
          last += 1
          const activity = { type: 'message', text, channelData: { clientActivityID: `m${last}` } }
          return { hand: async () => void (await dl(product.url, path, token, activity)) }
        },
        sees: async () => {
          const { activities } = (await dl<{ activities: Heard[] }>(product.url, `${path}?watermark=0`, token)).body
          return activities.filter(({ from }) => from.role === 'bot').map(({ text = '' }) => text)
        },
        files: async () => {
          const { activities } = (await dl<{ activities: Heard[] }>(product.url, `${path}?watermark=0`, token)).body
          const files = activities.flatMap(({ attachments = [] }) => attachments)
          return Promise.all(
            files.map(async ({ contentUrl }) => Buffer.from(await (await fetch(contentUrl)).arrayBuffer())),
          )
        },
        conversationId: async () => conversationId,
      }
    },
    // A message is acknowledged before its turn is done; here the turn is waited for.
    settle: async () => {
      await product.brain.turns.resume()
      await product.settle()
    },
    stop: product.stop,
  }
}

channelContract('Direct Line', open, { platform: true, calls: true })
