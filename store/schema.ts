import type { Insertable, Kysely, Selectable } from 'kysely'
import type { AuditSchema } from './schema/audit.ts'
import type { BoardSchema } from './schema/board.ts'
import type { ConversationSchema } from './schema/conversations.ts'
import type { DaySchema } from './schema/day.ts'
import type { HomeSchema } from './schema/homes.ts'
import type { HotlineSchema } from './schema/hotline.ts'
import type { KnowledgeSchema } from './schema/knowledge.ts'
import type { OutgoingSchema } from './schema/outgoing.ts'
import type { SharedSchema } from './schema/shared.ts'
import type { StaffSchema } from './schema/staff.ts'
import type { TicketSchema } from './schema/tickets.ts'
import type { VisitSchema } from './schema/visits.ts'
import type { WorkOrderSchema } from './schema/workOrders.ts'

/*
 * The record's tables as they are now; `migrations/` says how they came about. Only what every dialect has is used:
 * text, integer and double. Times are ISO 8601 UTC text of fixed width, so that they sort as text; JSON is text;
 * truth is 0 or 1.
 */

export interface Schema
  extends AuditSchema,
    BoardSchema,
    ConversationSchema,
    DaySchema,
    HomeSchema,
    HotlineSchema,
    KnowledgeSchema,
    OutgoingSchema,
    SharedSchema,
    StaffSchema,
    TicketSchema,
    VisitSchema,
    WorkOrderSchema {}

export type Db = Kysely<Schema>
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>
