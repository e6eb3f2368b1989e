import { Kysely } from 'kysely'
import type { SearchWords, Store } from '../bot/ports.ts'
import type { Clock, NewId } from '../bot/types.ts'
import { type Access, openAccess } from './access.ts'
import { alertStore } from './alerts.ts'
import { attachmentStore } from './attachments.ts'
import { auditStore } from './audit.ts'
import { withAudit } from './auditAlong.ts'
import { boardStore } from './board.ts'
import { botpressStore } from './botpress.ts'
import { callbackStore } from './callbacks.ts'
import { cannedStore } from './canned.ts'
import { channelStore } from './channels.ts'
import { conversationStore } from './conversations.ts'
import { deliveryStore } from './deliveries.ts'
import type { OpenDialect } from './dialects/dialect.ts'
import { openPostgres } from './dialects/postgres.ts'
import { openSqlite } from './dialects/sqlite.ts'
import { directLineStore } from './directline.ts'
import { dispatchStore } from './dispatch.ts'
import { StoreError } from './errors.ts'
import { figuresStore } from './figures.ts'
import { handoverStore } from './handovers.ts'
import { homeStore } from './homes.ts'
import { hotlineStore } from './hotline.ts'
import { householdStore } from './household.ts'
import { importedOrderStore } from './importedOrders.ts'
import { incidentStore } from './incidents.ts'
import { instanceStore } from './instances.ts'
import { intakeStore } from './intake.ts'
import { knowledgeStore } from './knowledge.ts'
import { ledgerStore } from './ledger.ts'
import { migrate } from './migrate.ts'
import { outboxStore } from './outbox.ts'
import { pictureStore } from './pictures.ts'
import { privacyStore } from './privacy.ts'
import { reportStore } from './reports.ts'
import type { Db, Schema } from './schema.ts'
import { searchStore } from './search.ts'
import { sharedKeyStore } from './sharedKeys.ts'
import { staffStore } from './staff.ts'
import { subscriptionStore } from './subscriptions.ts'
import { teamStore } from './teams.ts'
import { ticketStore } from './tickets.ts'
import { visitStore } from './visits.ts'
import { workOrderStore } from './workOrders.ts'

/** Where the record is kept. */
export type RecordPlace =
  /** Embedded: a path, or `:memory:` for a record that ends with the process; its folder is there already. */
  | { file: string }
  /** PostgreSQL: `postgres://…`, a database that is there already. */
  | { url: string }

export type StoreOptions = RecordPlace & {
  clock: Clock
  newId: NewId
  /** For a short staff command: opens it also while another process has it open, and then changes no tables. */
  shared?: boolean
  /** Takes what is said into the index that `tickets.list` searches. */
  words?: SearchWords
  /** Keeps what the company's own system is to be told of work orders. */
  pushesWorkOrders?: boolean
}

function storeOver(access: Access, close: () => Promise<void>): Store {
  return {
    conversations: conversationStore(access),
    tickets: ticketStore(access),
    board: boardStore(access),
    subscriptions: subscriptionStore(access),
    outbox: outboxStore(access),
    deliveries: deliveryStore(access),
    instances: instanceStore(access),
    search: searchStore(access),
    workOrders: workOrderStore(access),
    dispatch: dispatchStore(access),
    incidents: incidentStore(access),
    homes: homeStore(access),
    household: householdStore(access),
    hotline: hotlineStore(access),
    importedOrders: importedOrderStore(access),
    attachments: attachmentStore(access),
    pictures: pictureStore(access),
    knowledge: knowledgeStore(access),
    channels: channelStore(access),
    directLine: directLineStore(access),
    reports: reportStore(access),
    figures: figuresStore(access),
    audit: auditStore(access),
    privacy: privacyStore(access),
    botpress: botpressStore(access),
    sharedKeys: sharedKeyStore(access),
    staff: staffStore(access),
    teams: teamStore(access),
    callbacks: callbackStore(access),
    handovers: handoverStore(access),
    canned: cannedStore(access),
    intake: intakeStore(access),
    ledger: ledgerStore(access),
    alerts: alertStore(access),
    visits: visitStore(access),
    ping: async () => {
      await access.read((db) => db.selectFrom('conversations').select('id').limit(1).execute())
    },
    touch: () => touch(access),
    time: access.time,
    notDurable: access.notDurable,
    close,
  }
}

const TOUCHED = 'touched'

async function touch(access: Access): Promise<void> {
  await access.write(async (db) => {
    await db
      .insertInto('counters')
      .values({ name: TOUCHED, value: 1 })
      .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })))
      .execute()
  })
}

/** Once, however often it is called. */
function closing(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined
  return () => {
    closed ??= close()
    return closed
  }
}

async function ready(db: Db, opened: OpenDialect): Promise<void> {
  try {
    await migrate(db, opened)
  } catch (cause) {
    await db.destroy()
    opened.release()
    if (!opened.failure(cause)) throw cause
    throw new StoreError('store_unavailable', 'the record could not be read', { cause })
  }
}

/**
 * Opens the record, creating its tables where there are none.
 *
 * @throws StoreError `store_locked`, `store_newer` or `store_unavailable`
 * @example const store = await openStore({ file: 'data/qiao.db', clock: { now: () => new Date() }, newId: randomUUID })
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { clock, newId, words, shared = false, pushesWorkOrders = false } = options
  const dialect = 'url' in options ? openPostgres(options.url) : openSqlite(options.file, shared)
  const db: Db = new Kysely<Schema>({ dialect: dialect.dialect })
  await ready(db, dialect)
  const writer = dialect.writer(db)
  const access = withAudit(openAccess({ db, writer, clock, newId, dialect, ...(words && { words }), pushesWorkOrders }))
  return storeOver(
    access,
    closing(async () => {
      await writer.settled()
      await db.destroy()
      dialect.release()
    }),
  )
}
