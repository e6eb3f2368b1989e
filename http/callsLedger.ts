import type { z } from 'zod'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the call of the ledger with. */
export interface LedgerSchemas {
  ledger: z.ZodObject
}

export const ledgerCalls = (schemas: LedgerSchemas): DocumentedCall[] => [
  {
    tag: 'desk',
    access: 'session',
    method: 'get',
    path: '/api/desk/ledger.xlsx',
    summary:
      'Work orders, tickets, return visits and orders of the city’s hotline of a month as an Excel file; phones, long numbers and doors are hidden',
    query: schemas.ledger,
    answers: { 200: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    codes: ['not_found'],
  },
]
