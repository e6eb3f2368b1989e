import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { QiaoError } from '../bot/errors.ts'
import { isCommonPassword } from './commonPasswords.ts'

/** OWASP's first choice for scrypt: N = 2^17, r = 8, p = 1, which needs 128 MiB. */
const COST = 17
const KEY_BYTES = 32
export const SHORTEST_PASSWORD = 12

/**
 * Hashes a new password, as `scrypt$cost$salt$key` with salt and key in base64url and cost = log2 N.
 *
 * @param names words that whoever attacks tries first, such as the member's own name
 * @throws QiaoError `bad_input` under 12 characters, or for one that is among the first to be tried
 */
export async function hashPassword(password: string, names: readonly string[] = []): Promise<string> {
  if ([...password].length < SHORTEST_PASSWORD)
    throw new QiaoError('bad_input', `a password has at least ${SHORTEST_PASSWORD} characters`, {
      details: { field: 'password', reason: 'password_short' },
    })
  if (isCommonPassword(password, names))
    throw new QiaoError('bad_input', 'the password is among those that are tried first', {
      details: { field: 'password', reason: 'password_common' },
    })
  return rehashed(password)
}

/** A new hash of a password that was taken before, whatever would be said of it today. */
export async function rehashed(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  return `scrypt$${COST}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** Compares in constant time. */
export async function checkPassword(password: string, hash: string): Promise<boolean> {
  const { cost, salt, key } = partsOf(hash)
  const expected = Buffer.from(key, 'base64url')
  const actual = await derive(password, Buffer.from(salt, 'base64url'), cost)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** Whether a good password should be hashed anew: at another cost, or in the first form, which named none. */
export const isOldHash = (hash: string): boolean => hash.split('$').length < 4 || partsOf(hash).cost < COST

function partsOf(hash: string): { cost: number; salt: string; key: string } {
  const parts = hash.split('$')
  const [salt = '', key = ''] = parts.slice(-2)
  return { cost: parts.length > 3 ? Number(parts[1]) : COST, salt, key }
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** cost, r: 8, p: 1, maxmem: 256 * 2 ** 20 }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
