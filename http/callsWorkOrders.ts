import type { z } from 'zod'
import { orderAnswers } from './answersWorkOrders.ts'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls of work orders and incidents with. */
export interface OrderSchemas {
  orders: z.ZodObject
  moveOrder: z.ZodObject
  revealOrder: z.ZodObject
  incidents: z.ZodObject
  answerIncident: z.ZodObject
}

const staff = { tag: 'desk', access: 'session' } as const

export const ownOrderCalls: DocumentedCall[] = [
  {
    tag: 'owner',
    access: 'token',
    method: 'get',
    path: '/api/conversations/{id}/work-orders',
    summary: 'The work orders that it filed or joined, in its own words, newest first',
    answers: { 200: orderAnswers.ownOrders },
  },
]

export const orderCalls = (schemas: OrderSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/work-orders',
    summary: 'Work orders, urged ones first, then the newest; 50 a page',
    query: schemas.orders,
    answers: { 200: orderAnswers.workOrders },
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/work-orders/export.csv',
    summary: 'The same as a file for spreadsheets',
    query: schemas.orders,
    answers: { 200: 'text/csv' },
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/work-orders/{id}',
    summary: 'One by its number, with its history and what each owner said',
    answers: { 200: orderAnswers.workOrder },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/work-orders/{id}/reveal',
    summary: 'What one of those who reported it gave, with nothing hidden; the audit keeps who looked',
    body: schemas.revealOrder,
    answers: { 200: orderAnswers.reportRevealed },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/work-orders/{id}/move',
    summary: 'Moves it and tells everybody who reported it; 409 says where it can go instead',
    body: schemas.moveOrder,
    answers: { 200: orderAnswers.workOrder },
    codes: ['conflict', 'promise'],
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/incidents',
    summary: 'Troubles that many owners asked about at once, open ones first',
    query: schemas.incidents,
    answers: { 200: orderAnswers.incidents },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/incidents/{id}/answer',
    summary: 'One answer for everybody who asked, and for whoever asks later',
    body: schemas.answerIncident,
    answers: { 200: orderAnswers.incidentAnswered },
    codes: ['conflict', 'promise'],
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/incidents/{id}/close',
    summary: 'Ends it',
    answers: { 200: orderAnswers.incident },
    codes: ['conflict'],
  },
]
