declare module 'wechat-crypto' {
  export default class WXBizMsgCrypt {
    constructor(token: string, encodingAESKey: string, id: string)
    getSignature(timestamp: string, nonce: string, encrypted: string): string
    encrypt(text: string): string
    decrypt(text: string): { message: string; id: string }
  }
}

declare module 'wechat' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Replying = ServerResponse & { reply(content: string): void }
  type Handle = (request: IncomingMessage & { weixin: Record<string, string> }, response: Replying) => void

  /** Middleware of express: needs `request.query`. */
  export default function wechat(
    config: { token: string; appid: string; encodingAESKey: string },
    handle: Handle,
  ): (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void
}
