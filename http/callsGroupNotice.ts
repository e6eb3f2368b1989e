import { z } from 'zod'
import type { DocumentedCall } from './calls.ts'

export const groupNoticeCalls: DocumentedCall[] = [
  {
    tag: 'desk',
    access: 'session',
    method: 'get',
    path: '/api/desk/status-board/{id}/group-notice',
    summary:
      'An entry of the status board as words for the owners’ group: what was done, who is responsible, as of when',
    answers: {
      200: z
        .strictObject({
          text: z.strictObject({ zh: z.string(), en: z.string() }),
          phrases: z.array(z.string()).describe('Promise what no record holds, and are to go first'),
          stale: z.boolean().describe('To be checked before it is told'),
        })
        .meta({ id: 'GroupNotice' }),
    },
  },
]
