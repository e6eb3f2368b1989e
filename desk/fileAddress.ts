import { createHmac, timingSafeEqual } from 'node:crypto'
import { Router } from 'express'
import { QiaoError } from '../bot/errors.ts'
import type { Store } from '../bot/ports.ts'
import { attachmentHeaders, type Clock } from '../bot/types.ts'

/** Where files are given to whoever has their address, and no cookie is looked at. */
const FILES = '/files'
/** Seconds for which an address is good: as long as a page needs to load its pictures. */
const GOOD_S = 120

/** Addresses of single files for staff; nobody can make one up. */
export class FileAddresses {
  readonly #key: Buffer
  readonly #clock: Clock

  /** @param secret the same on every instance */
  constructor(secret: string, clock: Clock) {
    this.#key = createHmac('sha256', secret).update('files at the desk').digest()
    this.#clock = clock
  }

  of(id: string): string {
    const until = Math.floor(this.#clock.now().getTime() / 1000) + GOOD_S
    return `${FILES}/${encodeURIComponent(id)}?t=${until}.${this.#mac(id, until).toString('base64url')}`
  }

  isGood(id: string, ticket: unknown): boolean {
    const [, until = '', mac = ''] = /^(\d{1,12})\.([\w-]{43})$/.exec(String(ticket)) ?? []
    const given = Buffer.from(mac, 'base64url')
    const right = this.#mac(id, Number(until))
    if (given.length !== right.length || !timingSafeEqual(given, right)) return false
    return Number(until) * 1000 > this.#clock.now().getTime()
  }

  #mac(id: string, until: number): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([id, until]))
      .digest()
  }
}

/** `GET /files/:id?t=…`: what somebody sent, from a path where no session counts, so that it can do nothing in anybody's name. */
export function fileRoutes({ files, store }: { files: FileAddresses; store: Pick<Store, 'attachments'> }): Router {
  const router = Router()
  router.get(`${FILES}/:id`, async (request, response) => {
    const id = String(request.params.id)
    const file = files.isGood(id, request.query.t) ? await store.attachments.sent(id) : undefined
    if (!file) throw new QiaoError('not_found', 'no such file, or its address is too old')
    response.set(attachmentHeaders(file)).send(Buffer.from(file.content))
  })
  return router
}
