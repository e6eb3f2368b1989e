import { z } from 'zod'
import type { DocumentedCall } from './calls.ts'

const words = z.strictObject({ zh: z.string(), en: z.string() })

export const communityCalls: DocumentedCall[] = [
  {
    tag: 'desk',
    access: 'session',
    method: 'get',
    path: '/api/desk/communities',
    summary: 'The compounds that this member of staff works for, with their names',
    answers: {
      200: z.strictObject({ communities: z.array(z.strictObject({ id: z.string(), name: words })) }),
    },
  },
]
