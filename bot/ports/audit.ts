import type { AuditEntry, AuditNote, AuditVerdict } from '../types.ts'

export interface AuditFilter {
  community?: string
  action?: string
  /** Name of whoever did it. */
  who?: string
  subject?: string
  /** ISO 8601; from this time on. */
  since?: string
  until?: string
  /** From 1; 100 rows each. */
  page?: number
}

/** What happened, in a chain of hashes to which is only ever added. */
export interface AuditStore {
  /** Of something that writes nothing else. */
  note(note: AuditNote): Promise<void>
  /**
   * The first write of the record that `work` makes, and the note that is made of what it gave, are one transaction:
   * both are there or neither. No note where the function gives none, or where nothing is written.
   */
  along<Done>(note: (written: unknown) => AuditNote | undefined, work: () => Done): Done
  /** Newest first. */
  list(filter: AuditFilter): Promise<{ entries: AuditEntry[]; total: number }>
  /** Reads the whole chain; with `known`, an entry that somebody wrote down elsewhere, it must pass through that. */
  verify(known?: { position: number; hash: string }): Promise<AuditVerdict>
}
