import type { AuditFilter, AuditStore } from '../bot/ports.ts'
import type { AuditEntry, AuditVerdict, Facts } from '../bot/types.ts'
import type { Access } from './access.ts'
import { along } from './auditAlong.ts'
import { hashOf, headOf } from './auditAppend.ts'
import { unseal } from './auditSeal.ts'
import { json, some } from './rows.ts'
import type { Db, Row } from './schema.ts'

const PAGE = 100
/** Entries that are read at once while the chain is verified. */
const BATCH = 500

function matching(db: Db, { community, action, who, subject, since, until }: AuditFilter) {
  let query = db.selectFrom('audit_entries')
  if (community) query = query.where('community', '=', community)
  if (action) query = query.where('action', '=', action)
  if (who) query = query.where('who', '=', who)
  if (subject) query = query.where('subject', '=', subject)
  if (since) query = query.where('at', '>=', since)
  if (until) query = query.where('at', '<=', until)
  return query
}

async function list(db: Db, filter: AuditFilter): Promise<{ entries: AuditEntry[]; total: number }> {
  const { total } = await matching(db, filter)
    .select((eb) => eb.fn.countAll().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching(db, filter)
    .selectAll()
    .orderBy('position', 'desc')
    .limit(PAGE)
    .offset(((filter.page ?? 1) - 1) * PAGE)
    .execute()
  const secrets = await secretsOf(db, rows)
  return { entries: rows.map((row) => toEntry(row, secrets)), total: Number(total) }
}

async function secretsOf(db: Db, rows: Row<'audit_entries'>[]): Promise<Map<string, string>> {
  const owners = [...new Set(rows.flatMap(({ owner }) => owner ?? []))]
  if (owners.length === 0) return new Map()
  const keys = await db.selectFrom('audit_keys').selectAll().where('owner', 'in', owners).execute()
  return new Map(keys.map(({ owner, secret }) => [owner, secret]))
}

function toEntry(row: Row<'audit_entries'>, secrets: Map<string, string>): AuditEntry {
  const secret = row.owner === null ? undefined : secrets.get(row.owner)
  const gone = row.owner !== null && secret === undefined
  const facts = (kept: string | null): Facts | null => {
    if (kept === null || gone) return null
    return secret === undefined ? json<Facts>(kept) : unseal(kept, secret)
  }
  return {
    position: row.position,
    at: row.at,
    who: { ...some('id', row.who_id), name: row.who },
    from: row.origin,
    action: row.action,
    ...some('community', row.community),
    ...some('subject', row.subject),
    ...some('before', facts(row.was)),
    ...some('after', facts(row.became)),
    ...some('owner', row.owner),
    hash: row.hash,
    ...(gone && { erased: true as const }),
  }
}

/** Up to where the chain ended when it began: what is added meanwhile is verified the next time. */
async function verify(db: Db, known?: { position: number; hash: string }): Promise<AuditVerdict> {
  const head = (await headOf(db)) ?? { position: 0, hash: '' }
  let before = { position: 0, hash: '' }
  while (before.position < head.position) {
    const rows = await between(db, before.position, head.position)
    if (rows.length === 0) return { kind: 'broken', position: before.position + 1, why: 'cut' }
    for (const row of rows) {
      const why = wrongWith(row, before, known)
      if (why) return { kind: 'broken', position: before.position + 1, why }
      before = row
    }
  }
  if (head.hash !== before.hash) return { kind: 'broken', position: head.position, why: 'changed' }
  const cut = known !== undefined && known.position > head.position
  if (cut) return { kind: 'broken', position: head.position + 1, why: 'cut' }
  return { kind: 'whole', entries: head.position, hash: head.hash }
}

function wrongWith(
  row: Row<'audit_entries'>,
  before: { position: number; hash: string },
  known?: { position: number; hash: string },
): 'missing' | 'changed' | 'other_hash' | undefined {
  if (row.position !== before.position + 1) return 'missing'
  if (row.hash !== hashOf(before.hash, row)) return 'changed'
  return row.position === known?.position && row.hash !== known.hash ? 'other_hash' : undefined
}

const between = (db: Db, position: number, last: number) =>
  db
    .selectFrom('audit_entries')
    .selectAll()
    .where('position', '>', position)
    .where('position', '<=', last)
    .orderBy('position')
    .limit(BATCH)
    .execute()

/** What happened. There is no verb that changes or removes an entry. */
export function auditStore(access: Access): AuditStore {
  return {
    note: (note) =>
      along(
        () => note,
        () => access.write(async () => undefined),
      ),
    along,
    list: (filter) => access.read((db) => list(db, filter)),
    verify: (known) => access.read((db) => verify(db, known)),
  }
}
