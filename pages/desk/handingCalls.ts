import type { CannedReply, Colleague, Team, Ticket } from '../../bot/types.ts'
import type { Lines } from './roomCalls.ts'

/** A colleague with whether the desk is open in front of them. */
export interface SeenColleague extends Omit<Colleague, 'communities'> {
  here: boolean
}

/** Who gets a ticket. */
export type Receiver = { to: string } | { team: Team }

/** Calls that pass tickets on. */
export const handingCalls = ({ get, post, patch }: Lines) => ({
  /** Those of one compound, or all whom the clerk may know of. */
  colleagues: (community?: string) =>
    get<{ teams: Team[]; colleagues: SeenColleague[] }>(
      community === undefined ? 'teams' : `teams?community=${encodeURIComponent(community)}`,
    ),
  putTeams: (id: string, teams: Team[]) => patch<void>(`teams/${encodeURIComponent(id)}`, { teams }),
  beat: () => post<void>('presence'),
  transfer: (id: string, receiver: Receiver, word: string) =>
    post<Ticket>(`tickets/${encodeURIComponent(id)}/transfer`, { ...receiver, word }),
  escalate: (id: string, word: string) => post<Ticket>(`tickets/${encodeURIComponent(id)}/escalate`, { word }),
  merge: (id: string, other: string) => post<Ticket>(`tickets/${encodeURIComponent(id)}/merge`, { with: other }),
})

/** Calls about messages that are not with their owner. */
export const deliveryCalls = ({ post }: Lines) => ({
  retry: (id: number) => post<void>(`deliveries/${id}/retry`),
})

/** Calls of canned replies. */
export const cannedCalls = ({ get, post, patch, remove }: Lines) => ({
  list: (community: string) => get<{ canned: CannedReply[] }>(`canned?community=${encodeURIComponent(community)}`),
  keep: (input: { community: string; shortcut: string; text: string }) => post<CannedReply>('canned', input),
  change: (id: string, change: { shortcut: string; text: string }) =>
    patch<CannedReply>(`canned/${encodeURIComponent(id)}`, change),
  remove: (id: string) => remove(`canned/${encodeURIComponent(id)}`),
})
