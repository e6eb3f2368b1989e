import * as api from './actsApi.ts'
import { followOrders } from './orderStates.ts'
import type { OwnerSession } from './session.ts'

export interface Mine {
  workOrders: api.OwnOrder[]
  subscriptions: api.Subscription[]
}

export type Acts = ReturnType<typeof actsOf>

/** What an owner does besides talking. Each fails with the server's problem, or `offline` when nothing answered. */
export function actsOf(session: OwnerSession) {
  const { store } = session
  followOrders(session)
  const addresses = new Map<string, Promise<string>>()
  return {
    rate: async (score: number, comment: string): Promise<void> => {
      await api.sendRating(session.opened(), { score, comment }, session.language)
      store.change((view) => ({ ...view, rating: 'thanked' }))
    },
    closeRating: () => store.change((view) => ({ ...view, rating: 'none' })),
    /** `wrong_code` with `left` tries, `too_many` with `retryAfterSeconds`. */
    verify: async (code: string): Promise<void> => {
      const { home } = await api.verifyHome(session.opened(), code, session.language)
      store.change((view) => ({ ...view, verified: true, home }))
    },
    upload: async (file: File): Promise<string> =>
      (await api.uploadFile(session.opened(), file, session.language)).attachmentId,
    /** What goes on for the owner: work orders, newest first, and topics that are followed. */
    readMine: async (): Promise<Mine> => {
      const access = session.opened()
      const [{ workOrders }, { subscriptions }] = await Promise.all([
        api.readOrders(access, session.language),
        api.readSubscriptions(access, session.language),
      ])
      return { workOrders, subscriptions }
    },
    unsubscribe: async (topic: string): Promise<void> => api.unsubscribe(session.opened(), topic, session.language),
    /** Address of an own file in this page's memory; read once. */
    fileUrl: (id: string): Promise<string> => {
      const known = addresses.get(id)
      if (known) return known
      const made = addressOf(session, id)
      addresses.set(id, made)
      made.catch(() => addresses.delete(id))
      return made
    },
  }
}

async function addressOf(session: OwnerSession, id: string): Promise<string> {
  return URL.createObjectURL(await api.readFile(session.opened(), id))
}
