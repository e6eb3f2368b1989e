import { z } from 'zod'
import type { NewItem } from '../../ports/channels.ts'
import type { Store } from '../../ports.ts'
import { KeyedQueue } from '../../queue.ts'
import { ApiError, type PlatformApi } from '../api.ts'
import type { Intake } from '../intake.ts'
import { itemOf, kfItem } from './items.ts'

/** Items are checked one by one, so that a kind that is still to be invented keeps no other from coming. */
const synced = z.looseObject({
  next_cursor: z.string().default(''),
  has_more: z.number().default(0),
  msg_list: z.array(z.unknown()).default([]),
})

const SYNC = '/cgi-bin/kf/sync_msg'
const OLD_TOKEN = 95007

/** Platforms that answer `has_more` for ever are asked again with the next call only. */
const MOST_PAGES = 1000

export interface SyncPorts {
  store: Pick<Store, 'channels'>
  api: PlatformApi
  keep: Intake['keep']
  report(error: unknown): void
}

/**
 * Fetches what WeCom's callback only announces: page by page, each kept together with the cursor behind it, one reader
 * at a time for each customer service account.
 */
export class KfSync {
  readonly #ports: SyncPorts
  readonly #queue = new KeyedQueue()

  constructor(ports: SyncPorts) {
    this.#ports = ports
  }

  /** Never throws; what was not read is read with the next call, or when asked again. */
  async read(account: string): Promise<void> {
    try {
      await this.#queue.run(account, () => this.#read(account))
    } catch (error) {
      this.#ports.report(error)
    }
  }

  async #read(account: string): Promise<void> {
    for (let page = 0; page < MOST_PAGES; page++) {
      if ((await this.#page(account)) === 'end') return
    }
  }

  async #page(account: string): Promise<'more' | 'end'> {
    const { store, keep } = this.#ports
    const from = await store.channels.cursor('wecom', account)
    const body = { cursor: from.cursor, limit: 1000, voice_format: 0, open_kfid: account }
    const { next_cursor: to, has_more, msg_list } = await this.#synced(body, from.token)
    // A page may be empty though more follow.
    const more = has_more === 1
    const items = msg_list.flatMap((raw) => this.#itemOf(raw, account))
    const kept = await keep(items, { from, to: to || from.cursor, more })
    // Another instance has read on: from where it stands, there may be more.
    return !kept || more ? 'more' : 'end'
  }

  /** A token is good for ten minutes; without one WeCom gives the same, only less often. */
  async #synced(body: object, token: string | undefined): Promise<z.infer<typeof synced>> {
    const { api } = this.#ports
    try {
      return await api.call(SYNC, { ...body, ...(token && { token }) }, synced)
    } catch (error) {
      if (!token || !(error instanceof ApiError) || error.errcode !== OLD_TOKEN) throw error
      return api.call(SYNC, body, synced)
    }
  }

  #itemOf(raw: unknown, account: string): NewItem[] {
    const item = kfItem.safeParse(raw)
    if (!item.success) {
      this.#ports.report(new Error('an item of sync_msg is not as it should be', { cause: item.error }))
      return []
    }
    const kept = itemOf(item.data, account)
    return kept ? [kept] : []
  }
}
