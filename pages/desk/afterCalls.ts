import type { VisitCall, VisitFigures, VisitResult, VisitState } from '../../bot/types.ts'
import { type Lines, query } from './roomCalls.ts'

export type VisitList = 'due' | 'coming' | 'done'

/** Something that was ended and that somebody else asks about. */
export interface ShownVisit {
  id: string
  community: string
  number?: string
  ticketId?: string
  matter: string
  home?: string
  contactMasked: string[]
  closedBy: string
  closedAt: string
  dueAt: string
  /** The reader has ended it. */
  own: boolean
  state: VisitState
  calls: VisitCall[]
}

export interface VisitAnswer {
  result: VisitResult
  satisfaction?: number
  note?: string
}

const at = (id: string) => encodeURIComponent(id)

export const visitCalls = ({ get, post }: Lines) => ({
  list: (list: VisitList, community: string, page: number) =>
    get<{ visits: ShownVisit[]; total: number }>(`visits${query({ list, community, page: page > 1 ? page : '' })}`),
  figures: (community: string) => get<VisitFigures>(`visits/figures${query({ community })}`),
  answer: (id: string, answer: VisitAnswer) => post<ShownVisit>(`visits/${at(id)}/result`, answer),
  reveal: (id: string) => post<{ contact: string[] }>(`visits/${at(id)}/reveal`, { field: 'contact' }),
})
