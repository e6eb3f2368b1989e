/** The shapes that every room of the house shares. Nothing here imports anything else of ours. */
export type * from './types/alert.ts'
export type * from './types/answer.ts'
export * from './types/attachment.ts'
export type * from './types/audit.ts'
export type * from './types/board.ts'
export type * from './types/botpress.ts'
export type * from './types/callback.ts'
export * from './types/colleague.ts'
export type * from './types/conversation.ts'
export * from './types/dispatch.ts'
export type * from './types/handover.ts'
export * from './types/home.ts'
export type * from './types/hotline.ts'
export * from './types/importedOrder.ts'
export * from './types/incident.ts'
export type * from './types/intake.ts'
export type * from './types/knowledge.ts'
export * from './types/message.ts'
export * from './types/ticket.ts'
export * from './types/turn.ts'
export * from './types/understanding.ts'
export * from './types/urging.ts'
export type * from './types/view.ts'
export * from './types/visit.ts'
export * from './types/workOrder.ts'

/** Time and ids come from here, so that tests own them. */
export interface Clock {
  now(): Date
}
export type NewId = () => string
