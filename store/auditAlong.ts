import { AsyncLocalStorage } from 'node:async_hooks'
import type { AuditNote } from '../bot/types.ts'
import type { Access } from './access.ts'
import { appendNote } from './auditAppend.ts'

interface Pending {
  /** Undefined once a write has taken it. */
  note: ((written: unknown) => AuditNote | undefined) | undefined
}

/** What the write that comes next is to be noted as; a context of its own for each that asks for it. */
const pending = new AsyncLocalStorage<Pending>()

/** Runs `work` so that its first write carries the note. */
export function along<Done>(note: (written: unknown) => AuditNote | undefined, work: () => Done): Done {
  return pending.run({ note }, work)
}

/**
 * The record's access with the notes that wait for a write: what happened and that it happened are one transaction,
 * without every verb of the record having to know who asked for it.
 */
export function withAudit(access: Access): Access {
  return {
    ...access,
    write: (work, line) => {
      const waiting = pending.getStore()
      const note = waiting?.note
      if (!waiting || !note) return access.write(work, line)
      waiting.note = undefined
      return access.write(async (db) => {
        const written = await work(db)
        const made = note(written)
        if (made) await appendNote(access, db, made)
        return written
      }, line)
    },
  }
}
