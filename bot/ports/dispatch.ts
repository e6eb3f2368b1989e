import type { Attachment, DispatchLink, DispatchStep, LinkOver, Reply, WorkOrder, WorkOrderState } from '../types.ts'
import type { OrderReader } from './workOrders.ts'

/** A link with the work order that it opens, and nothing else. */
export interface OpenedLink {
  link: DispatchLink
  order: WorkOrder
}

/** What owners are told of: `accepted` and `done` are moves of the work order itself. */
export type JobEvent = 'accepted' | 'taken' | 'arrived' | 'done'

/** `early`: it has to be accepted first; `full`: no further photo. */
export type JobStepped =
  | { kind: 'ok'; link: DispatchLink; order: WorkOrder; told: string[] }
  | { kind: 'over'; why: LinkOver }
  | { kind: 'early'; state: WorkOrderState }
  | { kind: 'full' }
  | { kind: 'unknown' }

/** A file with its content, of somebody who is no owner. */
export interface StaffFile {
  name: string
  type: string
  content: Uint8Array
}

export interface DispatchStore {
  /** Sends an open work order; a link that was sent before ends. Undefined where it is over, or there is none. */
  send(
    number: string,
    link: { secretHash: string; repairer: string; by: string; expiresAt: string },
  ): Promise<OpenedLink | undefined>
  /** Newest first. */
  ofOrder(number: string): Promise<DispatchLink[]>
  /** Whatever became of it. */
  opened(secretHash: string): Promise<OpenedLink | undefined>
  /** Ends one; undefined where the work order has none such. Ended already, it stays as it was. */
  revoke(number: string, id: string, by: string): Promise<DispatchLink | undefined>
  /** With its line and what owners are told, together; the same step again is the same. */
  step(
    secretHash: string,
    step: { kind: DispatchStep; note?: string },
    says: (reader: OrderReader, order: WorkOrder, event: JobEvent) => Reply,
  ): Promise<JobStepped>
  addPhoto(secretHash: string, file: StaffFile): Promise<JobStepped & { file?: Attachment }>
}
