import type { DispatchLink } from '../../bot/types.ts'
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
