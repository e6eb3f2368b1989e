import type { z } from 'zod'
import type { ErrorCode } from '../bot/errors.ts'
import { answers } from './answers.ts'
import { type AlertSchemas, alertCalls } from './callsAlerts.ts'
import { deskAttachmentCalls } from './callsAttachments.ts'
import { type BoardSchemas, boardCalls } from './callsBoard.ts'
import { communityCalls } from './callsCommunities.ts'

import { callbackCalls, type DaySchemas, handoverCalls } from './callsDay.ts'
import { type DeliverySchemas, deliveryCalls } from './callsDeliveries.ts'
import { type DispatchSchemas, dispatchCalls } from './callsDispatch.ts'
import { groupNoticeCalls } from './callsGroupNotice.ts'
import { type HomeSchemas, homeCalls } from './callsHomes.ts'
import { type HotlineSchemas, hotlineCalls } from './callsHotline.ts'
import { type HouseholdSchemas, householdCalls } from './callsHousehold.ts'
import { type IntakeSchemas, intakeCalls } from './callsIntake.ts'
import { type KnowledgeSchemas, knowledgeCalls } from './callsKnowledge.ts'
import { type LearningSchemas, learningCalls } from './callsLearning.ts'
import { type LedgerSchemas, ledgerCalls } from './callsLedger.ts'
import { type StaffSchemas, staffCalls } from './callsStaff.ts'
import { type TeamSchemas, teamCalls } from './callsTeams.ts'
import { type TicketSchemas, ticketCalls } from './callsTickets.ts'
import { type UrgeSchemas, urgeCalls } from './callsUrge.ts'
import { type VisitSchemas, visitCalls } from './callsVisits.ts'
import { type OrderSchemas, orderCalls } from './callsWorkOrders.ts'

/** One call of the API, as it is documented. */
export interface DocumentedCall {
  method: 'get' | 'post' | 'patch' | 'delete'
  /** With {id}s, as OpenAPI writes them. */
  path: string
  summary: string
  tag: 'owner' | 'repairer' | 'desk' | 'operations' | 'channels'
  /** What lets a caller in; `secret`: the platform's own token, secret or signature. */
  access: 'everybody' | 'token' | 'session' | 'secret'
  body?: z.ZodObject
  query?: z.ZodObject
  /** By status: the body's schema, a media type, or nothing. */
  answers: Record<
    number,
    | z.ZodType
    | 'text/event-stream'
    | 'text/plain'
    | 'text/html'
    | 'text/csv'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    | 'application/json'
    | 'application/octet-stream'
    | 'empty'
  >
  /** Besides those that follow from method, access and body. */
  codes?: ErrorCode[]
}

/** What the desk checks its bodies with; `main` gives them, since http does not know the desk. */
export interface DeskSchemas
  extends AlertSchemas,
    BoardSchemas,
    DaySchemas,
    DeliverySchemas,
    DispatchSchemas,
    HomeSchemas,
    HotlineSchemas,
    HouseholdSchemas,
    IntakeSchemas,
    LedgerSchemas,
    OrderSchemas,
    KnowledgeSchemas,
    LearningSchemas,
    StaffSchemas,
    TeamSchemas,
    TicketSchemas,
    UrgeSchemas,
    VisitSchemas {}

const staff = { tag: 'desk', access: 'session' } as const

/** All that the desk's pages do. */
export const deskCalls = (schemas: DeskSchemas): DocumentedCall[] => [
  ...staffCalls(schemas),
  {
    ...staff,
    method: 'get',
    path: '/api/desk/intents',
    summary: 'Titles of the intents',
    answers: { 200: answers.intents },
  },
  ...ticketCalls(schemas),
  ...homeCalls(schemas),
  ...deskAttachmentCalls,
  ...deliveryCalls(schemas),
  ...teamCalls(schemas),
  ...boardCalls(schemas),
  ...groupNoticeCalls,
  ...communityCalls,
  ...orderCalls(schemas),
  ...dispatchCalls(schemas),
  ...urgeCalls(schemas),
  ...callbackCalls(schemas),
  ...handoverCalls(schemas),
  ...householdCalls(schemas),
  ...intakeCalls(schemas),
  ...ledgerCalls(schemas),
  ...visitCalls(schemas),
  ...hotlineCalls(schemas),
  ...alertCalls(schemas),
  ...knowledgeCalls(schemas),
  ...learningCalls(schemas),
  {
    ...staff,
    method: 'get',
    path: '/api/desk/events',
    summary: 'Server-sent events: what changed (tickets, messages, typing), to be read by the other calls',
    answers: { 200: 'text/event-stream' },
  },
]
