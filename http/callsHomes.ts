import type { z } from 'zod'
import { answers } from './answers.ts'
import type { DocumentedCall } from './calls.ts'

const staff = { tag: 'desk', access: 'session' } as const

export interface HomeSchemas {
  homes: z.ZodObject
  imports: z.ZodObject
}

/** Homes on record and how they come there. */
export const homeCalls = (schemas: HomeSchemas): DocumentedCall[] => [
  {
    ...staff,
    method: 'get',
    path: '/api/desk/homes',
    summary: 'Homes by place, name or phone; 50 a page',
    query: schemas.homes,
    answers: { 200: answers.homes },
  },
  {
    ...staff,
    method: 'get',
    path: '/api/desk/homes/{id}',
    summary: 'A home and its bills',
    answers: { 200: answers.home },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/homes/{id}/code',
    summary: 'A code that binds one conversation to the home, within seven days, once; it is shown only now',
    answers: { 201: answers.homeCode },
  },
  {
    ...staff,
    method: 'post',
    path: '/api/desk/imports',
    summary:
      'Homes, owners and bills, or with kind=orders the orders that the system before has open, from .xlsx or CSV, as multipart/form-data: file, community, mapping (JSON: field to header), asOf. All of it or, with one error, nothing; the same file again changes nothing. dryRun=1 only counts',
    query: schemas.imports,
    answers: { 200: answers.imported },
    codes: ['forbidden', 'bad_input'],
  },
]
