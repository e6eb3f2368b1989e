import type { RequestHandler } from 'express'
import type { LiveEvent } from '../bot/ports.ts'
import type { DeskPorts } from './ports.ts'
import type { StreamOpener } from './routes.ts'

/** The desk's stream: what changed, to be read from the record. Nothing of the content goes over it. */
export function deskEvents(ports: DeskPorts, openStream: StreamOpener): RequestHandler {
  return (request, response) => {
    const stream = openStream(request, response)
    const hear = (event: LiveEvent): void => {
      const { kind, ...data } = event
      stream.send(kind, data)
    }
    stream.onClose(ports.live.subscribe('desk', hear))
  }
}
