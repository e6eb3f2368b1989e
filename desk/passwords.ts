import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { QiaoError } from '../bot/errors.ts'

/** OWASP's first choice for scrypt: N = 2^17, r = 8, p = 1, which needs 128 MiB. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 }
const KEY_BYTES = 32
export const SHORTEST_PASSWORD = 12

/**
 * Hashes a new password, as `scrypt$salt$key` in base64url.
 * @throws QiaoError `bad_input` under 12 characters
 */
export async function hashPassword(password: string): Promise<string> {
  if ([...password].length < SHORTEST_PASSWORD)
    throw new QiaoError('bad_input', `a password has at least ${SHORTEST_PASSWORD} characters`)
  const salt = randomBytes(16)
  const key = await derive(password, salt)
  return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** Compares in constant time. */
export async function checkPassword(password: string, hash: string): Promise<boolean> {
  const [, salt = '', key = ''] = hash.split('$')
  const expected = Buffer.from(key, 'base64url')
  const actual = await derive(password, Buffer.from(salt, 'base64url'))
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options: ScryptOptions = COST
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
