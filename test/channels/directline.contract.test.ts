import { type ChannelUnderTest, channelContract, type Forgery } from './contract.ts'
import { dl, SECRET } from './directlineClient.ts'
import { openProduct, type Product } from './product.ts'

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
    forgeries: () => forgeriesOf(product),
    stop: product.stop,
  }
}

/** Tokens that open nothing, or no more. */
function forgeriesOf({ url, clock }: Product): Forgery[] {
  const begun = async () => (await dl(url, '/tokens/generate', SECRET, {})).body
  const asks = async (
    bearerOf: (own: string, others: string) => string,
    after: () => Promise<void> = () => Promise.resolve(),
  ) => {
    const [own, others] = [await begun(), await begun()]
    await after()
    return (await dl(url, `/conversations/${own.conversationId}/activities`, bearerOf(own.token, others.token))).status
  }
  const parts = (token: string) => token.split('.') as [string, string, string]
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
  return [
    { name: 'no token', send: () => asks(() => '') },
    { name: 'another secret', send: () => asks(() => `${SECRET}x`) },
    { name: "another conversation's token", send: () => asks((_own, others) => others) },
    {
      name: "another's words under our signature",
      send: () => asks((own, others) => [parts(own)[0], parts(others)[1], parts(own)[2]].join('.')),
    },
    { name: 'no signature at all', send: () => asks((own) => `${unsigned}.${parts(own)[1]}.`) },
    { name: 'truncated', send: () => asks((own) => own.slice(0, -2)) },
    {
      name: 'played again when it has expired',
      send: () =>
        asks(
          (own) => own,
          async () => clock.forward(31),
        ),
    },
    {
      name: 'a token that asks for tokens',
      send: async () => (await dl(url, '/tokens/generate', (await begun()).token, {})).status,
    },
    {
      name: 'an address of a file that nobody gave',
      send: async () => (await dl(url, `/conversations/${(await begun()).conversationId}/attachments/x?t=x`)).status,
    },
  ]
}

channelContract('Direct Line', open, { platform: true })
