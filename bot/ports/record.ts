import type { AlertStore } from './alerts.ts'
import type { AttachmentStore } from './attachments.ts'
import type { AuditStore } from './audit.ts'
import type { BoardStore, OutboxStore, SubscriptionStore } from './board.ts'
import type { BotpressStore } from './botpress.ts'
import type { CallbackStore } from './callbacks.ts'
import type { CannedStore } from './canned.ts'
import type { ChannelStore } from './channels.ts'
import type { ConversationStore } from './conversations.ts'
import type { DeliveryStore } from './deliveries.ts'
import type { DirectLineStore } from './directline.ts'

import type { DispatchStore } from './dispatch.ts'
import type { NotDurable } from './durability.ts'
import type { FiguresStore } from './figures.ts'
import type { HandoverStore } from './handovers.ts'
import type { HomeStore } from './homes.ts'
import type { HotlineStore } from './hotline.ts'
import type { HouseholdStore } from './household.ts'
import type { ImportedOrderStore } from './importedOrders.ts'
import type { InstanceStore } from './instances.ts'
import type { IntakeStore } from './intake.ts'
import type { KnowledgeStore } from './knowledge.ts'

import type { LedgerStore } from './ledger.ts'
import type { PictureStore } from './pictures.ts'
import type { PrivacyStore } from './privacy.ts'
import type { ReportStore } from './reports.ts'
import type { SearchStore } from './search.ts'
import type { SharedKeyStore } from './sharedKeys.ts'
import type { StaffStore } from './staff.ts'
import type { TeamStore } from './teams.ts'
import type { TicketStore } from './tickets.ts'
import type { VisitStore } from './visits.ts'
import type { IncidentStore, WorkOrderStore } from './workOrders.ts'

/**
 * `store_locked`: another process has it open. `store_newer`: a newer version of the product wrote it.
 * `store_unavailable`: the database failed, nothing was written. `store_refused`: it would have broken a rule of the
 * record, such as a number given twice. `turn_inconsistent`: `waiting` or `staff` without a ticket.
 */
export type StoreErrorCode =
  | 'store_locked'
  | 'store_newer'
  | 'store_unavailable'
  | 'store_refused'
  | 'unknown_conversation'
  | 'unknown_message'
  | 'unknown_staff'
  | 'turn_inconsistent'
  | 'name_taken'

/** The record as a whole. What it throws has a `code` of `StoreErrorCode`. */
export interface Store {
  conversations: ConversationStore
  tickets: TicketStore
  board: BoardStore
  subscriptions: SubscriptionStore
  outbox: OutboxStore
  deliveries: DeliveryStore
  instances: InstanceStore
  search: SearchStore
  workOrders: WorkOrderStore
  dispatch: DispatchStore
  incidents: IncidentStore
  homes: HomeStore
  household: HouseholdStore
  hotline: HotlineStore
  importedOrders: ImportedOrderStore
  attachments: AttachmentStore
  pictures: PictureStore
  knowledge: KnowledgeStore
  channels: ChannelStore
  directLine: DirectLineStore
  reports: ReportStore
  figures: FiguresStore
  audit: AuditStore
  privacy: PrivacyStore
  botpress: BotpressStore
  sharedKeys: SharedKeyStore
  staff: StaffStore
  teams: TeamStore
  callbacks: CallbackStore
  handovers: HandoverStore
  canned: CannedStore
  intake: IntakeStore
  ledger: LedgerStore
  alerts: AlertStore
  visits: VisitStore
  /** Throws when the record cannot be read. */
  ping(): Promise<void>
  /** Writes what nobody reads. Throws when nothing can be written, as on a full disk. */
  touch(): Promise<void>
  /** By the clock of the database that several instances share; undefined where it has none but ours. */
  time(): Promise<Date | undefined>
  /** Why what it acknowledges may be lost; undefined where it is kept. Throws when it cannot be asked. */
  notDurable(): Promise<NotDurable | undefined>
  close(): Promise<void>
}
