import { sql } from 'kysely'
import type { NotDurable } from '../../bot/ports.ts'
import type { Db } from '../schema.ts'

interface Settings {
  standby: boolean
  read_only: string
  fsync: string
  commit: string
  standbys: string
}

/** `local` waits for the own disk alone; `remote_write` for a standby that has it in memory, not on its disk. */
const WITHOUT_STANDBY = ['local', 'remote_write']

/** Asked anew each time: an administrator changes them while we run. */
export async function durability(db: Db): Promise<NotDurable | undefined> {
  const { rows } = await sql<Settings>`select pg_is_in_recovery() as standby,
    current_setting('default_transaction_read_only') as read_only, current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as commit,
    current_setting('synchronous_standby_names') as standbys`.execute(db)
  const { standby, read_only, fsync, commit, standbys } = rows[0]!
  if (standby || read_only === 'on') return 'read_only'
  if (fsync === 'off') return 'fsync_off'
  if (commit === 'off') return 'synchronous_commit_off'
  return standbys !== '' && WITHOUT_STANDBY.includes(commit) ? 'standby_not_waited_for' : undefined
}
