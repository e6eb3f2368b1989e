import type { DocumentedCall } from './calls.ts'
import { botpressCalls } from './callsBotpress.ts'
import { directLineCalls } from './callsDirectline.ts'
import { fileLinkCalls } from './callsFileLinks.ts'

const platform = { tag: 'channels', access: 'everybody' } as const

/** What the platforms call. They are there while their channel is on; else 404. */
export const channelCalls: DocumentedCall[] = [
  {
    ...platform,
    method: 'get',
    path: '/channels/wechat',
    summary: 'WeChat checks the address: signature, timestamp, nonce; echostr comes back as it is',
    answers: { 200: 'text/plain', 403: 'text/plain' },
  },
  {
    ...platform,
    method: 'post',
    path: '/channels/wechat',
    summary:
      'A message or event of the Official Account as XML, plain or encrypted; acknowledged once it is kept, answered by a call of its own',
    answers: { 200: 'text/plain', 403: 'text/plain', 413: 'text/plain' },
  },
  {
    ...platform,
    method: 'get',
    path: '/channels/wecom',
    summary: 'WeCom checks the address: msg_signature over echostr, which comes back decrypted',
    answers: { 200: 'text/plain', 403: 'text/plain' },
  },
  {
    ...platform,
    method: 'post',
    path: '/channels/wecom',
    summary: 'WeCom says that a customer service account has messages, which are fetched then',
    answers: { 200: 'text/plain', 403: 'text/plain', 413: 'text/plain' },
  },
  ...fileLinkCalls,
  ...directLineCalls,
  ...botpressCalls,
]
