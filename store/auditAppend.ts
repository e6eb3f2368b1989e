import { createHash } from 'node:crypto'
import type { AuditNote, Facts } from '../bot/types.ts'
import type { Access } from './access.ts'
import { keyOf, seal } from './auditSeal.ts'
import type { Db, Row } from './schema.ts'

const HEAD = 'chain'

/** Over every field that is kept and the hash before it (SHA-256, base64url). */
export function hashOf(before: string, entry: Omit<Row<'audit_entries'>, 'hash'>): string {
  const { position, at, who_id, who, origin, action, community, subject, was, became, owner } = entry
  const fields = [before, position, at, who_id, who, origin, action, community, subject, was, became, owner]
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url')
}

/**
 * Takes the next place in the chain. The row stays locked until the end of the transaction, so that the chain grows
 * one entry after the other, over all instances.
 */
async function nextPlace(db: Db): Promise<{ position: number; hash: string }> {
  const row = await db
    .insertInto('audit_head')
    .values({ name: HEAD, position: 1, hash: '' })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ position: eb('audit_head.position', '+', 1) })),
    )
    .returning(['position', 'hash'])
    .executeTakeFirstOrThrow()
  return row
}

/** Where the chain ends; undefined while nothing has happened. */
export function headOf(db: Db): Promise<{ position: number; hash: string } | undefined> {
  return db.selectFrom('audit_head').select(['position', 'hash']).where('name', '=', HEAD).executeTakeFirst()
}

/** Adds to the chain, in the transaction of what it tells of. */
export async function appendNote(access: Pick<Access, 'now'>, db: Db, note: AuditNote): Promise<void> {
  const secret = note.owner === undefined ? undefined : await keyOf(db, note.owner)
  const kept = (facts: Facts | undefined): string | null =>
    facts === undefined ? null : secret === undefined ? JSON.stringify(facts) : seal(facts, secret)
  const { position, hash: before } = await nextPlace(db)
  const entry = {
    position,
    at: access.now(),
    who_id: note.who.id ?? null,
    who: note.who.name,
    origin: note.from,
    action: note.action,
    community: note.community ?? null,
    subject: note.subject ?? null,
    was: kept(note.before),
    became: kept(note.after),
    owner: note.owner ?? null,
  }
  const hash = hashOf(before, entry)
  await db
    .insertInto('audit_entries')
    .values({ ...entry, hash })
    .execute()
  await db.updateTable('audit_head').set({ hash }).where('name', '=', HEAD).execute()
}
