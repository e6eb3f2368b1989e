import { timingSafeEqual } from 'node:crypto'
import type { Store } from '../bot/ports.ts'
import type { SetupToken } from './ports.ts'

/** The one-time link for the first administrator: good once, and only while nobody is on the staff. */
export function firstAdminToken(
  store: Pick<Store, 'staff'>,
  token: string,
): SetupToken & { link(): Promise<string | undefined> } {
  let used = false
  const unstaffed = async (): Promise<boolean> => (await store.staff.list()).length === 0
  return {
    take: async (given) => {
      if (used || !same(given, token)) return false
      // Before anything is awaited: of two at once, one is late.
      used = true
      return unstaffed()
    },
    link: async () => (!used && (await unstaffed()) ? token : undefined),
  }
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
