import { answers } from './answers.ts'
import type { DocumentedCall } from './calls.ts'

const operations = { tag: 'operations', access: 'everybody', method: 'get' } as const

/** What whoever runs the program asks it. */
export const operationsCalls: DocumentedCall[] = [
  { ...operations, path: '/healthz', summary: 'Alive', answers: { 200: answers.alive } },
  {
    ...operations,
    path: '/readyz',
    summary: 'Record and model ready',
    answers: { 200: answers.ready, 503: answers.ready },
  },
  { ...operations, path: '/metrics', summary: 'For Prometheus', answers: { 200: 'text/plain' } },
  { ...operations, path: '/openapi.json', summary: 'This document', answers: { 200: 'application/json' } },
  { ...operations, path: '/docs', summary: 'This document to be read', answers: { 200: 'text/html' } },
]
