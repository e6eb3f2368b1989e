/** What the conversation is given and gives; stores, the live side and the desk meet here. */
export type * from './ports/attachments.ts'
export type * from './ports/audit.ts'
export type * from './ports/board.ts'
export type * from './ports/botpress.ts'
export type * from './ports/channels.ts'
export * from './ports/conversations.ts'
export type * from './ports/deliveries.ts'
export type * from './ports/directline.ts'

export type * from './ports/durability.ts'
export type * from './ports/homes.ts'
export type * from './ports/instances.ts'
export type * from './ports/knowledge.ts'
export type * from './ports/live.ts'
export type * from './ports/privacy.ts'
export type * from './ports/record.ts'

export type * from './ports/reports.ts'

export type * from './ports/search.ts'

export type * from './ports/staff.ts'
export type * from './ports/ticketHandingOn.ts'
export type * from './ports/tickets.ts'
export type * from './ports/tokens.ts'
export type * from './ports/workOrders.ts'
