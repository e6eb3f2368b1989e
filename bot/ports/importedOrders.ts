import type { ImportedOrder, ImportedOrderFields, OrderImportCounts } from '../types.ts'

/** Orders that the company's earlier system still had open; they are kept there and read here. */
export interface ImportedOrderStore {
  /** Writes what differs from the record, all or nothing; the same file again changes nothing. */
  import(
    community: string,
    orders: ImportedOrderFields[],
    file: { name: string; hash: string; asOf: string; dryRun: boolean },
  ): Promise<OrderImportCounts>
  /** Of the home that a verified conversation is bound to, since it is its owner's; newest first. */
  ofConversation(conversationId: string): Promise<ImportedOrder[]>
  /** Of this home, for staff; newest first. */
  ofHome(homeId: string): Promise<ImportedOrder[]>
}
