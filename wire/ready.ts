import type { NotDurable, Store } from '../bot/ports.ts'

/** For whoever operates it. */
const REASONS: Record<NotDurable, string> = {
  read_only: 'the record can only be read: PostgreSQL is a standby or set to read only',
  fsync_off: 'the record is not durable: fsync is off',
  synchronous_commit_off: 'the record is not durable: synchronous_commit is off',
  standby_not_waited_for:
    'the record is not durable: synchronous_commit does not wait for the standby in synchronous_standby_names',
}

/** What is missing before a message may be taken; undefined when nothing is. */
export async function notReady(store: Pick<Store, 'ping' | 'notDurable' | 'touch'>): Promise<string | undefined> {
  try {
    await store.ping()
    const why = await store.notDurable()
    if (why) return REASONS[why]
  } catch {
    return 'the record'
  }
  return store.touch().then(
    () => undefined,
    () => 'the record can be read and not written: is the disk full?',
  )
}
