import { type RequestHandler, Router } from 'express'
import { FILE_LINKS, type FileLinks } from '../bot/channels/fileLinks.ts'
import type { Store } from '../bot/ports.ts'
import { attachmentHeaders } from '../bot/types.ts'

export interface FileLinkPorts {
  links: FileLinks
  store: Pick<Store, 'attachments'>
  /** For a person whose address is too old. */
  gone(): string
}

/** `GET /channels/files/:id/:aid?t=…`: a file that staff sent to an owner on a platform that shows none such. */
export function fileLinkRoutes(ports: FileLinkPorts): Router {
  const router = Router()
  router.get(`${FILE_LINKS}/:id/:aid`, give(ports))
  return router
}

function give({ links, store, gone }: FileLinkPorts): RequestHandler {
  return async (request, response) => {
    const { id, aid, t } = { ...request.params, t: request.query.t } as { id: string; aid: string; t: unknown }
    const good = typeof t === 'string' && links.isGood(id, aid, t)
    const file = good ? await store.attachments.ofConversation(id, aid) : undefined
    // It must not lead anywhere from the page that it was opened from.
    response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    if (file) response.set(attachmentHeaders(file)).send(Buffer.from(file.content))
    else response.status(404).type('text/plain').send(gone())
  }
}
