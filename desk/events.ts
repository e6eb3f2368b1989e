import type { RequestHandler } from 'express'
import type { LiveEvent } from '../bot/ports.ts'
import type { DeskPorts } from './ports.ts'
import type { StreamOpener } from './routes.ts'
import { sessionOf } from './session.ts'

/**
 * The desk's stream: what changed, to be read from the record. Nothing of the content goes over it, and nothing at all
 * once the session is over.
 */
export function deskEvents(ports: DeskPorts, openStream: StreamOpener): RequestHandler {
  return (request, response) => {
    const { idHash } = sessionOf(request)
    const stream = openStream(request, response)
    let telling = Promise.resolve()
    const tell = async ({ kind, ...data }: LiveEvent): Promise<void> => {
      if (await ports.store.staff.session(idHash)) stream.send(kind, data)
      else stream.close()
    }
    const hear = (event: LiveEvent): void => {
      // The record away: the reader comes back and reads everything anew.
      telling = telling.then(() => tell(event)).catch(() => stream.close())
    }
    stream.onClose(ports.live.subscribe('desk', hear))
  }
}
