import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Facts } from '../bot/types.ts'
import type { Db } from './schema.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Facts as they are kept: sealed (AES-256-GCM) under `secret`, a key of their owner. */
export function seal(facts: Facts, secret: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, Buffer.from(secret, 'base64url'), iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(facts), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @throws when it was sealed under another key, or changed */
export function unseal(kept: string, secret: string): Facts {
  const bytes = Buffer.from(kept, 'base64url')
  const decipher = createDecipheriv(CIPHER, Buffer.from(secret, 'base64url'), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const opened = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  return JSON.parse(opened.toString('utf8')) as Facts
}

/** The owner's key, made where there is none. */
export async function keyOf(db: Db, owner: string): Promise<string> {
  await db
    .insertInto('audit_keys')
    .values({ owner, secret: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { secret } = await db
    .selectFrom('audit_keys')
    .select('secret')
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow()
  return secret
}

/** From here on what was sealed for these owners can be read by nobody; the chain of hashes stands. */
export async function destroyKeys(db: Db, owners: readonly string[]): Promise<void> {
  if (owners.length > 0) await db.deleteFrom('audit_keys').where('owner', 'in', owners).execute()
}
