import { FILE_LINKS, LINK_DAYS } from '../bot/channels/fileLinks.ts'
import type { DocumentedCall } from './calls.ts'

/** There while a platform is on that shows no documents, and `PUBLIC_URL` is set. */
export const fileLinkCalls: DocumentedCall[] = [
  {
    tag: 'channels',
    access: 'secret',
    method: 'get',
    path: `${FILE_LINKS}/{id}/{aid}`,
    summary: `A file that staff sent to an owner on WeChat, by the address in the message, which is good for ${LINK_DAYS} days; 404 in plain words after that`,
    answers: { 200: 'application/octet-stream', 404: 'text/plain' },
  },
]
