import type { Answered } from '../../bot/types.ts'
import { type BotParts, type Client, INTEGRATION, keepSession, type Session } from './parts.ts'

/** Lines of the history that go along. */
const MOST_LINES = 200

interface Handover {
  client: Client
  conversationId: string
  /** Of the owner's message that led to it: the handoff's key. */
  messageId: string
  user: { id: string; name?: string }
  botUserId: string
  session: Session
  answer: Answered
  community?: string
}

/**
 * Hands the conversation to people, with all that was said.
 * @returns false when they could not be reached
 */
export async function handOver({ report }: BotParts, handover: Handover): Promise<boolean> {
  const { client, conversationId, session } = handover
  try {
    const { downstream, person } = await start(handover)
    await client.setState({ type: 'conversation', id: downstream, name: 'link', payload: { upstream: conversationId } })
    await keepSession(client, conversationId, { ...session, downstream, person })
    return true
  } catch (error) {
    report(error)
    return false
  }
}

async function start({ client, conversationId, messageId, user, answer, community }: Handover) {
  const call = async (type: string, input: object) => (await client.callAction({ type, input })).output
  const name = user.name || user.id
  const { userId: person } = (await call(`${INTEGRATION}:createUser`, { name })) as { userId: string }
  const { locale, remembered } = answer
  // Asking for a person is about what came before.
  const intent = remembered.lastIntent ?? answer.intent
  const input = {
    userId: person,
    title: intent,
    messageHistory: await historyOf(client, conversationId, user.id),
    hitlSession: { idempotencyKey: messageId, locale, ...phoneOf(remembered), ...(community && { community }), intent },
  }
  const { conversationId: downstream } = (await call(`${INTEGRATION}:startHitl`, input)) as { conversationId: string }
  return { downstream, person }
}

const phoneOf = ({ said }: Answered['remembered']) => (said.phone ? { phone: said.phone } : {})

/** Botpress gives the newest first. */
async function historyOf(client: Client, conversationId: string, ownerId: string) {
  const lines: object[] = []
  let nextToken: string | undefined
  do {
    const page = await client.listMessages({ conversationId, ...(nextToken && { nextToken }) })
    for (const { userId, type, payload } of page.messages) {
      const source = userId === ownerId ? { type: 'user', userId } : { type: 'bot' }
      lines.push({ source, type, payload })
    }
    nextToken = page.meta.nextToken
  } while (nextToken && lines.length < MOST_LINES)
  return lines.slice(0, MOST_LINES).reverse()
}
