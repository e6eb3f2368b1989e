import { timingSafeEqual } from 'node:crypto'
import type { Store } from '../bot/ports.ts'
import type { SetupToken } from './ports.ts'

/** Its name among the keys that all instances share. */
export const SETUP_KEY = 'setup'

/**
 * The one-time link for the first administrator: good once, at whichever instance, and only while nobody is on the
 * staff.
 *
 * @param token the shared key of that name
 */
export function firstAdminToken(
  store: Pick<Store, 'staff' | 'sharedKeys'>,
  token: string,
): SetupToken & { link(): Promise<string | undefined> } {
  const unstaffed = async (): Promise<boolean> => (await store.staff.list()).length === 0
  return {
    take: async (given) => {
      // Of two at once one takes it.
      if (!same(given, token) || !(await store.sharedKeys.take(SETUP_KEY, token))) return false
      return unstaffed()
    },
    link: async () => ((await unstaffed()) ? token : undefined),
  }
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
