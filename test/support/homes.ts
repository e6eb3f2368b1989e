import { hashToken, newToken } from '../../wire/ids.ts'
import type { Owner, TestQiao } from './qiao.ts'

const DAY_MS = 24 * 3_600_000

/** Binds the conversation to this home of the demonstration compound, as a code from staff does. */
export async function bindHome(
  { store, clock }: Pick<TestQiao, 'store' | 'clock'>,
  { id }: Pick<Owner, 'id'>,
  [building, unit, room]: [string, string, string],
): Promise<void> {
  const now = clock.now()
  const home = { building, unit, room, phones: [], bills: [] }
  await store.homes.import('demo', [home], { name: 'a', hash: 'a', asOf: now.toISOString(), dryRun: false })
  const [account] = (await store.homes.list({ q: `${building}-${unit}-${room}` })).homes
  if (!account) throw new Error(`no home ${room}`)
  const codeHash = hashToken(newToken())
  const expiresAt = new Date(now.getTime() + DAY_MS).toISOString()
  await store.homes.addCode({ homeId: account.id, codeHash, madeBy: '', expiresAt })
  await store.homes.redeem(id, codeHash)
}
