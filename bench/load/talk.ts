import { Line } from './line.ts'

/** Who speaks over one line: each call is one message and its answer. */
export interface Speaker {
  say(text: string): Promise<void>
  close(): void
}

/** Opens the line of another speaker. */
export type Speakers = (url: string) => Promise<Speaker>

/** Messages after which an owner goes and another one comes. */
const MESSAGES_EACH = 5

/** For the peers: the text and nothing around it. */
export const plainSpeaker: Speakers = async (url) => {
  const line = await Line.open(url)
  return {
    say: async (text) => {
      const { status, body } = await line.post('/', { text })
      if (status !== 200) throw new Error(`refused with ${status}: ${body}`)
    },
    close: () => line.close(),
  }
}

/** An owner of the product, in a conversation of their own; a new one every few messages. */
export const owner: Speakers = async (url) => {
  const line = await Line.open(url)
  let said = MESSAGES_EACH
  let path = ''
  let token = ''
  const arrive = async (): Promise<void> => {
    const { status, body } = await line.post('/api/conversations', {})
    if (status !== 201) throw new Error(`refused with ${status}: ${body}`)
    const opened = JSON.parse(body) as { conversationId: string; token: string }
    path = `/api/conversations/${opened.conversationId}/messages`
    token = opened.token
    said = 0
  }
  return {
    say: async (text) => {
      if (said === MESSAGES_EACH) await arrive()
      said += 1
      const { status, body } = await line.post(path, { clientMessageId: String(said), text }, token)
      if (status >= 300) throw new Error(`refused with ${status}: ${body}`)
    },
    close: () => line.close(),
  }
}
