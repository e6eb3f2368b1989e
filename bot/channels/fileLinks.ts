import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Attachment, Clock } from '../types.ts'

/** Where a file is fetched by whoever has the address. */
export const FILE_LINKS = '/channels/files'

/** Days for which an address is good. */
export const LINK_DAYS = 7

const DAY_S = 24 * 3600

/**
 * Addresses of single files for owners on platforms that show no documents. An address opens one file for a week and
 * nothing else, and nobody can make one up.
 */
export class FileLinks {
  readonly #key: Buffer
  readonly #base: string
  readonly #clock: Clock

  /** @param secret of the platform, so that every instance makes the same addresses */
  constructor(secret: string, base: string, clock: Clock) {
    this.#key = createHmac('sha256', secret).update('addresses of files').digest()
    this.#base = base.replace(/(?<!\/)\/+$/, '')
    this.#clock = clock
  }

  to(conversationId: string, { id }: Pick<Attachment, 'id'>): string {
    const until = Math.floor(this.#clock.now().getTime() / 1000) + LINK_DAYS * DAY_S
    const ticket = `${until}.${this.#mac(conversationId, id, until).toString('base64url')}`
    return `${this.#base}${FILE_LINKS}/${conversationId}/${id}?t=${ticket}`
  }

  /** Whether we gave this address, and not too long ago. */
  isGood(conversationId: string, id: string, ticket: string): boolean {
    const [, until = '', mac = ''] = /^(\d{1,12})\.([\w-]{43})$/.exec(ticket) ?? []
    const given = Buffer.from(mac, 'base64url')
    const right = this.#mac(conversationId, id, Number(until))
    if (given.length !== right.length || !timingSafeEqual(given, right)) return false
    return Number(until) * 1000 > this.#clock.now().getTime()
  }

  #mac(conversationId: string, id: string, until: number): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([conversationId, id, until]))
      .digest()
  }
}
