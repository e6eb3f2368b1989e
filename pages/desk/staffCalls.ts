import type { AuditEntry, Role, StaffMember, StaffSession } from '../../bot/types.ts'
import type { Session, TotpOffer } from './calls.ts'
import type { Lines } from './roomCalls.ts'

export interface NewUser {
  name: string
  password: string
  role: Role
  communities: string[]
}

export interface UserChange {
  role?: Role
  communities?: string[]
  disabled?: boolean
  password?: string
}

export interface Users {
  users: StaffMember[]
  /** Ids of the compounds that they can be limited to. */
  communities: string[]
}

export type OpenSession = StaffSession & { own: boolean }

/** About staff themselves; but for one's own sessions, for administrators. */
export const staffCalls = ({ get, post, patch, remove }: Lines) => ({
  users: () => get<Users>('users'),
  add: (user: NewUser) => post<StaffMember>('users', user),
  change: (id: string, change: UserChange) => patch<StaffMember>(`users/${encodeURIComponent(id)}`, change),
  resetTotp: (id: string) => post<StaffMember>(`users/${encodeURIComponent(id)}/totp-reset`),
  sessions: () => get<{ sessions: OpenSession[] }>('sessions?all=1'),
  ownSessions: () => get<{ sessions: OpenSession[] }>('sessions'),
  ownPassword: (current: string, password: string) => post<Session>('password', { current, password }),
  offerTotp: () => post<TotpOffer>('totp'),
  confirmTotp: (code: string) => post<{ recoveryCodes: string[] }>('totp/confirm', { code }),
  turnOffTotp: (code: string) => post<Session>('totp/off', { code }),
  end: (id: string) => remove(`sessions/${encodeURIComponent(id)}`),
  audit: (who: string, page: number) =>
    get<{ entries: AuditEntry[]; total: number }>(`audit?page=${page}${who ? `&who=${encodeURIComponent(who)}` : ''}`),
})
