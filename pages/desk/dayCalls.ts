import type { Callback, DispatchLink, Handover, HandoverSummary, OwedCallback } from '../../bot/types.ts'
import type { Lines } from './roomCalls.ts'

/** A link just made; the path holds its secret and is told this once. */
export interface NewLink extends DispatchLink {
  path: string
}

const at = (number: string, what = '') => `work-orders/${encodeURIComponent(number)}/dispatch${what}`

export const dispatchCalls = ({ get, post }: Lines) => ({
  links: (number: string) => get<{ links: DispatchLink[] }>(at(number)),
  send: (number: string, repairer: string, hours: number) => post<NewLink>(at(number), { repairer, hours }),
  recall: (number: string, link: string) => post<DispatchLink>(at(number, '/recall'), { link }),
})

export const callbackCalls = ({ get, post }: Lines) => ({
  ofTicket: (ticketId: string) => get<{ callbacks: Callback[] }>(`tickets/${encodeURIComponent(ticketId)}/callbacks`),
  promise: (ticketId: string, dueAt: string, matter: string) =>
    post<Callback>(`tickets/${encodeURIComponent(ticketId)}/callbacks`, { dueAt, ...(matter && { matter }) }),
  /** `all`: those of later days too. */
  owed: (community: string, all: boolean) =>
    get<{ callbacks: OwedCallback[] }>(
      `callbacks?${new URLSearchParams({ when: all ? 'all' : 'today', ...(community && { community }) })}`,
    ),
  done: (id: string, word: string) => post<Callback>(`callbacks/${encodeURIComponent(id)}/done`, word ? { word } : {}),
})

export const handoverCalls = ({ get, post }: Lines) => ({
  draft: (community: string) =>
    get<HandoverSummary>(`handovers/draft${community ? `?${new URLSearchParams({ community })}` : ''}`),
  list: (community: string, page: number) =>
    get<{ handovers: Handover[]; total: number }>(
      `handovers?${new URLSearchParams({ page: String(page), ...(community && { community }) })}`,
    ),
  write: (community: string, note: string) => post<Handover>('handovers', { community, note }),
  sign: (id: string) => post<Handover>(`handovers/${encodeURIComponent(id)}/sign`),
})
