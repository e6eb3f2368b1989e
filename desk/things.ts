import type { BoardEntry, Facts, Incident, TicketRow, WorkOrder } from '../bot/types.ts'

/** What a call is about, as it was before. */
export interface Thing {
  community: string
  facts: Facts
}

/* What the audit tells of a thing before and after: where it stands, and nothing of what an owner said. */

export const ticketFacts = ({ stage, assignee, priority, team }: TicketRow): Facts => ({
  stage,
  priority,
  team,
  assignee: assignee ?? null,
})

export const orderFacts = ({ state, scheduledFor, worker }: WorkOrder): Facts => ({
  state,
  ...(scheduledFor && { scheduledFor }),
  ...(worker && { worker }),
})

export const incidentFacts = ({ state, answer }: Incident): Facts => ({
  state,
  ...(answer && { answer: answer.text }),
})

export const entryFacts = ({ revision, state, asOf, closedAt }: BoardEntry): Facts => ({
  revision,
  state: state.zh,
  asOf,
  ...(closedAt && { closedAt }),
})

/** What the record's verb gave, as facts: its outcome, and the thing as it is now. */
export function writtenFacts(written: unknown): Facts {
  if (typeof written !== 'object' || written === null) return {}
  const { kind, ticket, order, incident, entry } = written as {
    kind?: string
    ticket?: TicketRow
    order?: WorkOrder
    incident?: Incident
    entry?: BoardEntry
  }
  return {
    ...(kind && kind !== 'ok' && { outcome: kind }),
    ...(ticket && ticketFacts(ticket)),
    ...(order && orderFacts(order)),
    ...(incident && incidentFacts(incident)),
    ...(entry && entryFacts(entry)),
  }
}
