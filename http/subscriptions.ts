import type { RequestHandler, Router } from 'express'
import { check } from '../bot/check.ts'
import { conversationOf } from './authorise.ts'
import type { OwnerPorts } from './ownerPorts.ts'
import { readerOf } from './reader.ts'
import { topicOf } from './schemas.ts'

/** What the owner of a conversation is told of changes of: looked at, and ended. */
export function subscriptionRoutes(
  router: Router,
  ports: Pick<OwnerPorts, 'store' | 'titleOf'>,
  owned: RequestHandler,
): void {
  router.get('/api/conversations/:id/subscriptions', owned, async (request, response) => {
    const own = await ports.store.subscriptions.ofConversation(conversationOf(request).id)
    const subscriptions = own.map(({ topic, home, createdAt }) => {
      return { topic, title: ports.titleOf(topic, readerOf(request)) ?? { zh: topic, en: topic }, home, createdAt }
    })
    response.json({ subscriptions })
  })
  router.delete('/api/conversations/:id/subscriptions', owned, async (request, response) => {
    const { topic } = check(topicOf, request.query)
    await ports.store.subscriptions.remove(conversationOf(request).id, topic)
    response.status(204).end()
  })
}
