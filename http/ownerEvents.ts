import type { Request, RequestHandler, Response, Router } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { LiveEvent } from '../bot/ports.ts'
import { conversationOf } from './authorise.ts'
import { openStream } from './events.ts'
import type { OwnerPorts } from './ownerPorts.ts'

const TICKET_MS = 60_000
const BATCH = 200

/** The owner's event stream: messages from the record after `Last-Event-ID`, then as they come. */
export function ownerEvents(router: Router, ports: OwnerPorts, owned: RequestHandler): void {
  router.post('/api/conversations/:id/ticket', owned, async (request, response) => {
    const ticket = ports.newToken()
    await ports.passes.put(ports.hash(ticket), conversationOf(request).id, TICKET_MS)
    response.json({ ticket })
  })
  const byTicket: RequestHandler = async (request, response, next) => {
    if (typeof request.query.ticket !== 'string') return owned(request, response, next)
    const id = await ports.passes.take(ports.hash(request.query.ticket))
    const conversation =
      id !== undefined && id === request.params.id ? await ports.store.conversations.find(id) : undefined
    if (!conversation) throw new QiaoError('unauthorized', 'the ticket is used, expired or of another conversation')
    Object.assign(request, { conversation })
    next()
  }
  router.get('/api/conversations/:id/events', byTicket, (request, response) => stream(ports, request, response))
}

function stream(ports: OwnerPorts, request: Request, response: Response): void {
  const { id } = conversationOf(request)
  const events = openStream(request, response)
  let after = Number(request.headers['last-event-id'] ?? request.query.after ?? 0) || 0
  let pumping = Promise.resolve()
  let closed = false
  const pump = async (): Promise<void> => {
    for (let batch = BATCH; batch === BATCH && !closed; ) {
      const messages = await ports.store.conversations.messages(id, after, BATCH)
      for (const message of messages) {
        events.send('message', message, message.seq)
        await events.drained()
      }
      after = messages.at(-1)?.seq ?? after
      batch = messages.length
    }
  }
  const sendState = async (): Promise<void> => {
    const conversation = await ports.store.conversations.find(id)
    // Erased meanwhile: there is nothing to listen to any more.
    if (!conversation) events.close()
    else if (!closed) events.send('state', await ports.state(conversation))
  }
  const inTurn = (job: () => Promise<void>): void => {
    pumping = pumping.then(job).catch((error: unknown) => {
      // The reader comes back with Last-Event-ID and misses nothing.
      ports.report(error)
      events.close()
    })
  }
  const hear = (event: LiveEvent): void => {
    if (event.kind === 'messages') inTurn(pump)
    else if (event.kind === 'state') inTurn(sendState)
    else if (event.kind === 'access') events.close()
    else if (event.kind === 'resync') {
      inTurn(pump)
      inTurn(sendState)
    } else if (event.kind === 'typing') events.send('typing', { from: event.from, author: event.author })
  }
  const stop = ports.live.subscribe(`conversation:${id}`, hear)
  events.onClose(() => {
    closed = true
    stop()
  })
  inTurn(pump)
  inTurn(sendState)
}
