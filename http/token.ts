/**
 * An owner's token names the conversation that it opens, so that a good token used elsewhere can be told from a bad
 * one. The record holds the hash of the secret alone.
 */
export const conversationToken = (conversationId: string, secret: string): string => `${conversationId}.${secret}`

/** Undefined for what cannot be a token. */
export function readToken(token: string): { conversationId: string; secret: string } | undefined {
  const [, conversationId, secret] = /^([\w-]+)\.([\w-]+)$/.exec(token) ?? []
  return conversationId && secret ? { conversationId, secret } : undefined
}
