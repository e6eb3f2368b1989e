import type { Message, Role, Ticket, TicketNote, TicketRow, TicketStage, Words } from '../../bot/types.ts'
import { callApi } from '../shared/api/request.ts'
import { visitCalls } from './afterCalls.ts'
import { callbackCalls, dispatchCalls, handoverCalls } from './dayCalls.ts'
import { cannedCalls, deliveryCalls, handingCalls } from './handingCalls.ts'
import { hotlineCalls } from './hotlineCalls.ts'
import { householdCalls } from './householdCalls.ts'
import { intakeCalls } from './intakeCalls.ts'
import { compoundCalls, knowledgeCalls, reportCalls } from './learningCalls.ts'
import { boardCalls, homeCalls, type Lines, orderCalls } from './roomCalls.ts'
import { staffCalls } from './staffCalls.ts'

export interface Clerk {
  id: string
  name: string
  role: Role
  /** Has a second factor. */
  totp?: true
}

export interface Session {
  user: Clerk
  csrfToken: string
  /** It must be set up before anything else. */
  secondFactor?: 'missing'
}

export interface TicketPage {
  tickets: TicketRow[]
  total: number
}

/** Rows in one page of the list. */
export const PAGE = 50

const BASE = '/api/desk'

/** A file over a slow line takes its time. */
const UPLOAD_MS = 120_000

/** The desk's session; a cookie carries it, and the token in it lets the page write. */
export const whoAmI = (locale: string) => callApi<Session>(`${BASE}/me`, { locale })

/** `code`: of the second factor, once it is asked for. */
export const logIn = (who: { name: string; password: string; code?: string }, locale: string) =>
  callApi<Session>(`${BASE}/login`, { method: 'POST', body: who, locale })

export const hasCompanySignIn = async (locale: string): Promise<boolean> =>
  (await callApi<{ on: boolean }>(`${BASE}/oidc`, { locale })).on

/** Shown once: the secret, and the address under which an authenticator takes it up. */
export interface TotpOffer {
  secret: string
  uri: string
}

export const offerTotp = (csrfToken: string, locale: string) =>
  callApi<TotpOffer>(`${BASE}/totp`, { method: 'POST', body: {}, csrfToken, locale })

export const confirmTotp = (csrfToken: string, code: string, locale: string) =>
  callApi<{ recoveryCodes: string[] }>(`${BASE}/totp/confirm`, { method: 'POST', body: { code }, csrfToken, locale })

export const setUp = (token: string, name: string, password: string, locale: string) =>
  callApi<Session>(`${BASE}/setup`, { method: 'POST', body: { token, name, password }, locale })

export const EVENTS = `${BASE}/events`

/** What a list of tickets is asked by. */
export interface TicketQuery {
  stage?: TicketStage
  mine?: boolean
  /** Of the teams that the clerk belongs to. */
  team?: 'mine'
  /** Past the time by which it was to be answered. */
  overdue?: boolean
  /** The owner waits for a word of staff. */
  unanswered?: boolean
  /** With a note that calls the clerk, at which they have not looked. */
  mentioned?: boolean
  community?: string
  q?: string
  page?: number
}

/** What a ticket can be made to go through. */
export type TicketMove = 'claim' | 'release' | 'resolve' | 'return-to-bot'

/** What a clerk says of a ticket that ends; example and answer become drafts of `label`. */
export interface Lesson {
  /** The intent that it was about. */
  label?: string
  learn?: { shouldAnswer?: boolean; example?: string; answer?: Partial<Words> }
}

/** What a clerk may look at behind its mask; who does is kept. */
export type Masked = { field: 'message'; seq: number } | { field: 'contact' } | { field: 'home' }

export interface Revealed {
  text: string
  /** Of the people whose home it is. */
  name?: string
  phones?: string[]
}

export interface OutgoingReply {
  clientMessageId: string
  text: string
  /** Ids of files that the server has. */
  attachments?: string[]
  /** From a refusal by the promise guard: the clerk answers for it. */
  confirm?: string
  /** Id of the status entry or number of the work order that backs it. */
  record?: string
}

export type DeskCalls = ReturnType<typeof deskCalls>

/** The desk's calls for one session, its problems in the reader's language. */
export function deskCalls(csrfToken: string, locale: string, onLoggedOut: () => void) {
  const guarded = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    try {
      return await answer
    } catch (error) {
      // Wrong digits leave the session as it is.
      const { status, code } = error as { status?: number; code?: string }
      if (status === 401 && code !== 'second_factor') onLoggedOut()
      throw error
    }
  }
  const get = <Answer>(path: string) => guarded(callApi<Answer>(`${BASE}/${path}`, { locale }))
  const post = <Answer>(path: string, body: unknown = {}) =>
    guarded(callApi<Answer>(`${BASE}/${path}`, { method: 'POST', body, csrfToken, locale }))
  const lines: Lines = {
    get,
    post,
    patch: (path, body) => guarded(callApi(`${BASE}/${path}`, { method: 'PATCH', body, csrfToken, locale })),
    remove: (path) => guarded(callApi(`${BASE}/${path}`, { method: 'DELETE', csrfToken, locale })),
    upload: (path, form) =>
      guarded(callApi(`${BASE}/${path}`, { method: 'POST', form, csrfToken, locale, timeoutMs: UPLOAD_MS })),
  }
  const at = (id: string, what = '') => `tickets/${encodeURIComponent(id)}${what}`
  return {
    me: () => get<Session>('me'),
    tickets: (query: TicketQuery) => get<TicketPage>(`tickets?${queryOf(query)}`),
    ticket: (id: string) => get<Ticket>(at(id)),
    /** `lesson`: of a resolve alone. */
    move: (id: string, move: TicketMove, lesson?: Lesson) => post<Ticket>(at(id, `/${move}`), lesson),
    reply: (id: string, reply: OutgoingReply) => post<{ message: Message }>(at(id, '/messages'), reply),
    sendFile: (id: string, file: File) => {
      const form = new FormData()
      form.append('file', file, file.name)
      return lines.upload<{ attachmentId: string }>(at(id, '/attachments'), form)
    },
    messagesBefore: (id: string, seq: number) => get<{ messages: Message[] }>(at(id, `/messages?before=${seq}`)),
    note: (id: string, text: string) => post<TicketNote>(at(id, '/notes'), { text }),
    reveal: (id: string, what: Masked) => post<Revealed>(at(id, '/reveal'), what),
    /** A note that calls the clerk has been seen. */
    seen: (id: string) => post<void>(at(id, '/seen')),
    typing: (id: string) => post<void>(at(id, '/typing')),
    intents: () => get<{ intents: { id: string; title: Words }[] }>('intents'),
    logOut: () => post<void>('logout'),
    handing: handingCalls(lines),
    canned: cannedCalls(lines),
    deliveries: deliveryCalls(lines),
    board: boardCalls(lines),
    homes: homeCalls(lines),
    intake: intakeCalls(lines),
    orders: orderCalls(lines),
    visits: visitCalls(lines),
    dispatch: dispatchCalls(lines),
    callbacks: callbackCalls(lines),
    handovers: handoverCalls(lines),
    household: householdCalls(lines),
    hotline: hotlineCalls(lines),
    knowledge: knowledgeCalls(lines),
    reports: reportCalls(lines),
    compounds: compoundCalls(lines),
    staff: staffCalls(lines),
  }
}

function queryOf({ stage, mine, team, overdue, unanswered, mentioned, community, q, page }: TicketQuery): string {
  const query = new URLSearchParams()
  if (stage) query.set('stage', stage)
  if (mine) query.set('mine', '1')
  if (team) query.set('team', team)
  if (overdue) query.set('overdue', '1')
  if (unanswered) query.set('unanswered', '1')
  if (mentioned) query.set('mentioned', '1')
  if (community) query.set('community', community)
  if (q) query.set('q', q)
  if (page && page > 1) query.set('page', String(page))
  return query.toString()
}
