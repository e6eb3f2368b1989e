import type { Mover, PassTo, PassWords, TicketChange, TicketHandingOn } from '../bot/ports.ts'
import type { Access } from './access.ts'
import { StoreError } from './errors.ts'
import { priorityRank } from './rows.ts'
import type { Db } from './schema.ts'
import { type Held, lockTicket, move, refusal, staffName } from './ticketChanges.ts'
import { merge } from './ticketMerge.ts'
import { noted } from './ticketNotes.ts'
import { giveBack, silent } from './ticketSilence.ts'

const HIGH = priorityRank('high')

/** A manager moves any ticket; others what they hold. */
function mayMove({ ticket }: Held, by: Mover): ReturnType<typeof refusal> {
  if (ticket.stage === 'resolved') return { kind: 'gone' }
  return by.role === 'staff' ? refusal(ticket, by.id) : undefined
}

async function colleague(db: Db, staffId: string): Promise<void> {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('id', '=', staffId)
    .where('disabled', '=', 0)
    .executeTakeFirst()
  if (!row) throw new StoreError('unknown_staff', `no member of staff ${staffId}`)
}

async function transfer(
  access: Access,
  db: Db,
  id: string,
  by: Mover,
  to: PassTo,
  words: PassWords,
): Promise<TicketChange> {
  const held = await lockTicket(db, id)
  if (!held) return { kind: 'unknown' }
  const refused = mayMove(held, by)
  if (refused) return refused
  await noted(access, db, id, await staffName(db, by.id), words.note)
  if ('team' in to) {
    const ticket = { stage: 'waiting' as const, assignee: null, held_since: null, team: to.team }
    return move(access, db, held, { ticket, says: words.says })
  }
  await colleague(db, to.staffId)
  const now = access.now()
  const ticket = { assignee: to.staffId, claimed_at: held.ticket.claimed_at ?? now, held_since: now }
  return move(access, db, held, { ticket: { stage: 'staff', ...ticket }, says: words.says })
}

async function handUp(access: Access, db: Db, id: string, by: Mover, words: PassWords): Promise<TicketChange> {
  const held = await lockTicket(db, id)
  if (!held) return { kind: 'unknown' }
  const refused = held.ticket.stage === 'waiting' ? undefined : mayMove(held, by)
  if (refused) return refused
  await noted(access, db, id, await staffName(db, by.id), words.note)
  const priority = Math.min(held.ticket.priority, HIGH)
  const ticket = { stage: 'waiting' as const, assignee: null, held_since: null, team: 'manager', priority }
  return move(access, db, held, { ticket, says: words.says })
}

/** How tickets go from hand to hand. */
export function ticketHandingOn(access: Access): TicketHandingOn {
  return {
    transfer: (id, by, to, words) => access.write((db) => transfer(access, db, id, by, to, words)),
    handUp: (id, by, words) => access.write((db) => handUp(access, db, id, by, words)),
    merge: (id, by, other, words) => access.write((db) => merge(access, db, id, by, other, words)),
    silent: (community, before) => access.read((db) => silent(db, community, before)),
    giveBack: (seen, words) => access.write((db) => giveBack(access, db, seen, words)),
  }
}
