import type { Migration, MigrationProvider } from 'kysely'
import type { OwnTables } from '../dialects/dialect.ts'
import { first } from './001_first.ts'
import { board } from './002_board.ts'
import { workOrders } from './003_work_orders.ts'
import { homeAccounts } from './004_homes.ts'
import { attachments } from './005_attachments.ts'
import { importedWork } from './006_imported_orders.ts'
import { manyInstances } from './007_many_instances.ts'
import { hotline } from './008_hotline.ts'
import { channels } from './009_channels.ts'
import { botpress } from './010_botpress.ts'
import { queue } from './011_queue.ts'
import { learning } from './012_learning.ts'
import { trust } from './013_trust.ts'
import { erasure } from './014_erasure.ts'
import { alerts } from './015_alerts.ts'
import { canned } from './017_canned.ts'
import { thread } from './018_thread.ts'
import { clerksDay } from './020_clerks_day.ts'
import { visitsAfter } from './021_visits.ts'
import { staffFiles } from './022_staff_files.ts'
import { botpressFollows } from './022b_botpress_follows.ts'
import { shared } from './023_shared.ts'

/** By number, in order; a name once released is never changed, and its content neither. */
const migrations = (own: OwnTables): Record<string, Migration> => ({
  '001_first': first,
  '002_board': board,
  '003_work_orders': workOrders,
  '004_homes': homeAccounts,
  '005_attachments': attachments,
  '006_imported_orders': importedWork,
  '007_many_instances': manyInstances(own),
  '008_hotline': hotline,
  '009_channels': channels,
  '011_queue': queue,
  '010_botpress': botpress,
  '012_learning': learning,
  '013_trust': trust,
  '014_erasure': erasure,
  '015_alerts': alerts,
  '017_canned': canned,
  '018_thread': thread,
  '020_clerks_day': clerksDay,
  '021_visits': visitsAfter,
  '022_staff_files': staffFiles,
  '022b_botpress_follows': botpressFollows,
  '023_shared': shared,
})

const NONE: OwnTables = { search: async () => undefined, positions: async () => undefined }

/** The names that this version of the product knows. */
export const known: readonly string[] = Object.keys(migrations(NONE))

export const providerFor = (own: OwnTables): MigrationProvider => ({ getMigrations: async () => migrations(own) })
