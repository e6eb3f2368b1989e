import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What one may do: `token` uses its conversation over HTTP, `stream` opens its socket, `file` fetches one file of it.
 * The last two stand in addresses, so that they open nothing else.
 */
export type TokenKind = 'token' | 'stream' | 'file'

export interface Claims {
  kind: TokenKind
  conversation: string
  /** As the client calls its user. Under this name `botframework-directlinejs` looks for it. */
  user?: string
  /** Id of the file. */
  file?: string
  /** Seconds since 1970 (RFC 7519). */
  exp: number
}

/** Seconds for which each kind is good; of the first two as Direct Line has it. */
export const LIFETIME_S: Record<TokenKind, number> = { token: 1800, stream: 60, file: 1800 }

const HEADER = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url')

/** Signs and reads the tokens of Direct Line: JSON web tokens, since its clients look into them for the user. */
export class DirectLineTokens {
  readonly #secret: string
  readonly #now: () => Date

  constructor(secret: string, now: () => Date) {
    this.#secret = secret
    this.#now = now
  }

  /** Whether this is the secret itself, in the same time whatever it is. */
  isSecret(given: string): boolean {
    return same(digest(this.#secret, given), digest(this.#secret, this.#secret))
  }

  sign(claims: Omit<Claims, 'exp'>): string {
    const exp = Math.floor(this.#now().getTime() / 1000) + LIFETIME_S[claims.kind]
    const body = Buffer.from(JSON.stringify({ ...claims, exp })).toString('base64url')
    return `${HEADER}.${body}.${this.#signature(`${HEADER}.${body}`)}`
  }

  /** `expired` was ours; `wrong` never was, or is of another kind. */
  read(token: string, kind: TokenKind): Claims | 'wrong' | 'expired' {
    const [header, body, signature, ...more] = token.split('.')
    if (!body || !signature || more.length || header !== HEADER) return 'wrong'
    if (!same(Buffer.from(signature), Buffer.from(this.#signature(`${header}.${body}`)))) return 'wrong'
    // Signed by us, so that it is what we wrote.
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims
    if (claims.kind !== kind) return 'wrong'
    return claims.exp * 1000 > this.#now().getTime() ? claims : 'expired'
  }

  #signature(text: string): string {
    return digest(this.#secret, text).toString('base64url')
  }
}

const digest = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest()

const same = (left: Buffer, right: Buffer): boolean => left.length === right.length && timingSafeEqual(left, right)
