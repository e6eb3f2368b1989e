import type { z } from 'zod'
import { staffAnswers as answers } from './answersStaff.ts'
import type { DocumentedCall } from './calls.ts'

/** What the desk checks the calls about staff themselves with. */
export interface StaffSchemas {
  login: z.ZodObject
  setup: z.ZodObject
  newUser: z.ZodObject
  userChanges: z.ZodObject
  sessions: z.ZodObject
  ownPassword: z.ZodObject
  totpCode: z.ZodObject
  audit: z.ZodObject
}

const DESK = '/api/desk'
const USER = `${DESK}/users/{id}`
const staff = { tag: 'desk', access: 'session' } as const
const door = { tag: 'desk', access: 'everybody' } as const

export const staffCalls = (schemas: StaffSchemas): DocumentedCall[] => [
  {
    ...door,
    method: 'post',
    path: `${DESK}/login`,
    summary:
      'Opens a session: a cookie, and a token to be sent as x-csrf-token with every write. second_factor: the password is right and the code of the authenticator is missing or wrong',
    body: schemas.login,
    answers: { 200: answers.session },
    codes: ['unauthorized', 'second_factor', 'csrf', 'too_many'],
  },
  {
    ...door,
    method: 'post',
    path: `${DESK}/setup`,
    summary: 'The first administrator, by the link that the first start prints',
    body: schemas.setup,
    answers: { 201: answers.session },
    codes: ['unauthorized', 'csrf', 'too_many', 'bad_input'],
  },
  {
    ...door,
    method: 'get',
    path: `${DESK}/oidc`,
    summary: "Whether the company's own sign-in is on",
    answers: { 200: answers.oidc },
  },
  {
    ...door,
    method: 'get',
    path: `${DESK}/oidc/start`,
    summary: "To the company's own sign-in (OpenID Connect, code with PKCE)",
    answers: { 303: 'empty' },
  },
  {
    ...door,
    method: 'get',
    path: `${DESK}/oidc/callback`,
    summary: 'And back: opens a session for whoever is on the staff, and goes to the desk',
    answers: { 303: 'empty' },
  },
  { ...staff, method: 'get', path: `${DESK}/me`, summary: 'Who I am', answers: { 200: answers.session } },
  { ...staff, method: 'post', path: `${DESK}/logout`, summary: 'Ends the session', answers: { 204: 'empty' } },
  {
    ...staff,
    method: 'post',
    path: `${DESK}/password`,
    summary: "One's own password; every other session ends",
    body: schemas.ownPassword,
    answers: { 200: answers.session },
    codes: ['bad_input', 'too_many'],
  },
  {
    ...staff,
    method: 'post',
    path: `${DESK}/totp`,
    summary: 'Offers a second factor; it counts once it is confirmed',
    answers: { 200: answers.totpOffered },
    codes: ['conflict'],
  },
  {
    ...staff,
    method: 'post',
    path: `${DESK}/totp/confirm`,
    summary: 'Confirms it by its digits, and gives the recovery codes',
    body: schemas.totpCode,
    answers: { 200: answers.totpConfirmed },
    codes: ['second_factor'],
  },
  {
    ...staff,
    method: 'post',
    path: `${DESK}/totp/off`,
    summary: 'Turns it off by its digits; every session ends, and a new one begins here',
    body: schemas.totpCode,
    answers: { 200: answers.session },
    codes: ['second_factor', 'too_many'],
  },
  {
    ...staff,
    method: 'get',
    path: `${DESK}/sessions`,
    summary: 'Where I am signed in; with all=1 an administrator sees everybody',
    query: schemas.sessions,
    answers: { 200: answers.sessions },
  },
  {
    ...staff,
    method: 'delete',
    path: `${DESK}/sessions/{id}`,
    summary: 'Ends a session and its streams: my own, or as administrator anybody’s',
    answers: { 204: 'empty' },
  },
  {
    ...staff,
    method: 'get',
    path: `${DESK}/users`,
    summary: 'Who works at the desk, and the compounds that they can be limited to',
    answers: { 200: answers.users },
    codes: ['forbidden'],
  },
  {
    ...staff,
    method: 'post',
    path: `${DESK}/users`,
    summary: 'A new member of staff',
    body: schemas.newUser,
    answers: { 201: answers.user },
    codes: ['forbidden', 'bad_input', 'taken'],
  },
  {
    ...staff,
    method: 'patch',
    path: USER,
    summary: 'Changes role, compounds or password, disables or enables; their sessions and streams end',
    body: schemas.userChanges,
    answers: { 200: answers.user },
    codes: ['forbidden', 'bad_input', 'conflict'],
  },
  {
    ...staff,
    method: 'post',
    path: `${USER}/totp-reset`,
    summary: 'Takes the second factor off, for somebody who lost phone and codes; their sessions end',
    answers: { 200: answers.user },
    codes: ['forbidden'],
  },
  {
    ...staff,
    method: 'get',
    path: `${DESK}/audit`,
    summary: 'What happened, the newest first; 100 a page',
    query: schemas.audit,
    answers: { 200: answers.audit },
    codes: ['forbidden'],
  },
]
