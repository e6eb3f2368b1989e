import type { BoardEntry, BoardRevision, StatusEntry } from '../bot/types.ts'
import { json, text, toStatusEntry } from './rows.ts'
import type { NewRow, Row } from './schema.ts'

export function toBoardEntry(row: Row<'status_entries'>): BoardEntry {
  return { ...toStatusEntry(row), revision: row.revision }
}

/** Everything but its place on the board. */
export function fromStatusEntry(entry: StatusEntry, revision: number): Omit<NewRow<'status_entries'>, 'position'> {
  return {
    community: entry.community,
    id: entry.id,
    topic: entry.topic,
    scope: JSON.stringify(entry.scope),
    state: JSON.stringify(entry.state),
    log: JSON.stringify(entry.log),
    blocked_by: text(entry.blockedBy),
    next_actor: text(entry.nextActor),
    announced: text(entry.announced),
    as_of: entry.asOf,
    stale_after_hours: entry.staleAfterHours,
    source: JSON.stringify(entry.source),
    revision,
    vouched: text(entry.vouched),
    closed_at: entry.closedAt ?? null,
    seed_key: null,
  }
}

export function toBoardRevision(row: Row<'status_revisions'>): BoardRevision {
  return {
    revision: row.revision,
    ...(row.author !== null && { author: row.author }),
    change: row.change as BoardRevision['change'],
    createdAt: row.created_at,
    entry: json(row.entry),
  }
}
