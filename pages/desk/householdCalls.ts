import type { Home, Priority, TicketStage, VisitState, WorkOrderState } from '../../bot/types.ts'
import type { Lines } from './roomCalls.ts'

interface Proven {
  /** A code from staff bound it to the home; false: somebody only says that it is theirs. */
  proven: boolean
}

export interface Household {
  id: string
  community: string
  home: Home
  ownerMasked?: string
  phonesMasked: string[]
  /** ISO date. */
  handedOverOn?: string
  /** When it changed hands; nothing of before is shown. */
  since?: string
  people: (Proven & {
    conversationId: string
    channel: string
    lastActiveAt: string
    boundAt?: string
    phoneMasked?: string
  })[]
  workOrders: (Proven & {
    number: string
    intent: string
    matter: string
    state: WorkOrderState
    createdAt: string
    updatedAt: string
  })[]
  tickets: (Proven & {
    id: string
    matter: string
    stage: TicketStage
    priority: Priority
    channel: string
    assignee?: string
    createdAt: string
    resolvedAt?: string
  })[]
  visits: (Proven & {
    id: string
    matter: string
    number?: string
    ticketId?: string
    state: VisitState
    closedBy: string
    closedAt: string
    askedBy?: string
    askedAt?: string
    satisfaction?: number
  })[]
  hotline: {
    id: string
    number: string
    matter: string
    state: 'open' | 'answered'
    receivedAt: string
    deadline: string
  }[]
  callbacks: (Proven & {
    id: string
    ticketId: string
    by: string
    dueAt: string
    matter: string
    doneAt?: string
    doneBy?: string
  })[]
  urgings: (Proven & { number: string; at: string; by?: string })[]
  subscriptions: (Proven & { topic: string; home: Home; createdAt: string })[]
  notes: (Proven & { ticketId: string; author: string; text: string; createdAt: string })[]
}

/** Owner and phones on file, or the number that one of its people gave. */
export type HomeMask = { field: 'owner' } | { field: 'contact'; conversationId: string }

export const householdCalls = ({ get, post }: Lines) => ({
  read: (id: string) => get<Household>(`homes/${encodeURIComponent(id)}/household`),
  reveal: (id: string, what: HomeMask) =>
    post<{ owner?: string; phones: string[] }>(`homes/${encodeURIComponent(id)}/reveal`, what),
})
