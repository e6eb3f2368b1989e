import type { HotlineOrder, Words } from '../../bot/types.ts'
import { type Lines, query, type Vouching } from './roomCalls.ts'

export type HotlineState = HotlineOrder['state']

export interface ShownHotline extends HotlineOrder {
  /** Not answered by the deadline. */
  overdue: boolean
  /** False: the calendar lacks holidays of a year that was counted in. */
  sure: boolean
}

export interface OpenHotline extends ShownHotline {
  /** From the record, as long as there is no answer. */
  draft?: Words
}

/** From the paper: a day or a number of working days. */
export type HotlineDeadline = { deadline: string } | { workingDays: number }

export type NewHotline = HotlineDeadline & {
  community: string
  number: string
  /** ISO 8601. */
  receivedAt: string
  wanted: string
  home?: string
  ticketId?: string
  workOrder?: string
}

const at = (id: string) => `hotline/${encodeURIComponent(id)}`

export const hotlineCalls = ({ get, post, patch }: Lines) => ({
  list: (state: HotlineState, community: string, page: number) =>
    get<{ orders: ShownHotline[]; total: number }>(`hotline${query({ state, community, page: page > 1 ? page : '' })}`),
  ofTicket: (ticket: string) => get<{ orders: ShownHotline[] }>(`hotline${query({ ticket })}`),
  read: (id: string) => get<OpenHotline>(at(id)),
  take: (order: NewHotline) => post<ShownHotline>('hotline', order),
  mend: (
    id: string,
    fields: Partial<HotlineDeadline> & { number?: string; wanted?: string; workOrder?: string | null },
  ) => patch<OpenHotline>(at(id), fields),
  answer: (id: string, text: string, vouching: Vouching = {}) =>
    post<ShownHotline>(`${at(id)}/answer`, { text, ...vouching }),
})
