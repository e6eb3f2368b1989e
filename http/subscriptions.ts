import type { RequestHandler, Router } from 'express'
import { check } from '../bot/check.ts'
import { conversationOf } from './authorise.ts'
import type { OwnerPorts } from './ownerPorts.ts'
import { topicOf } from './schemas.ts'

/** What the owner of a conversation is told of changes of: looked at, and ended. */
export function subscriptionRoutes(router: Router, ports: Pick<OwnerPorts, 'store'>, owned: RequestHandler): void {
  router.get('/api/conversations/:id/subscriptions', owned, async (request, response) => {
    const own = await ports.store.subscriptions.ofConversation(conversationOf(request).id)
    response.json({ subscriptions: own.map(({ topic, home, createdAt }) => ({ topic, home, createdAt })) })
  })
  router.delete('/api/conversations/:id/subscriptions', owned, async (request, response) => {
    const { topic } = check(topicOf, request.query)
    await ports.store.subscriptions.remove(conversationOf(request).id, topic)
    response.status(204).end()
  })
}
