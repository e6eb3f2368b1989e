import type { Role, StaffMember, StaffSession } from '../types.ts'

/** What of a member of staff an administrator changes. */
export interface StaffChange {
  role?: Role
  /** The compounds that they are limited to; empty: none. */
  communities?: readonly string[]
  passwordHash?: string
  disabled?: boolean
  /** Who they are at the company's own sign-in. */
  oidcSubject?: string
}

/** Kept apart from what is shown of a member. */
export interface StaffSecrets {
  passwordHash: string
  /** Base32; once it was confirmed. */
  totpSecret?: string
  totpOffered?: string
}

/** `last_admin`: nobody would be left who may administer. */
export type StaffChanged = { kind: 'ok'; member: StaffMember } | { kind: 'unknown' } | { kind: 'last_admin' }

/** Failed logins that an address or a name may have in a time. */
export interface AttemptCount {
  /** A hash. */
  whose: string
  limit: number
  windowMs: number
}

/** `full`: none is taken before `until`. */
export type Attempted = { kind: 'counted'; attempt: string } | { kind: 'full'; until: string }

export interface StaffStore {
  /** Throws a coded error when the name is taken. */
  add(input: {
    name: string
    role: Role
    passwordHash: string
    communities?: readonly string[]
    oidcSubject?: string
  }): Promise<StaffMember>
  list(): Promise<StaffMember[]>
  find(id: string): Promise<StaffMember | undefined>
  findByName(name: string): Promise<(StaffMember & { passwordHash: string }) | undefined>
  findByOidc(subject: string): Promise<StaffMember | undefined>
  secrets(id: string): Promise<StaffSecrets | undefined>
  /** Ends their sessions too. False when nobody has this name. */
  disable(name: string): Promise<boolean>
  /** A new password, another role, other compounds or being disabled end their sessions. */
  update(id: string, change: StaffChange): Promise<StaffChanged>
  /** A better hash of the same password. */
  rehash(id: string, passwordHash: string): Promise<void>

  openSession(input: {
    idHash: string
    staffId: string
    csrf: string
    expiresAt: string
    origin?: string
    agent?: string
    /** With a second factor, or by the company's own sign-in. */
    strong?: boolean
  }): Promise<void>
  /** Undefined when unknown, expired, or of a disabled member. */
  session(idHash: string): Promise<{ staff: StaffMember; csrf: string; strong: boolean } | undefined>
  closeSession(idHash: string): Promise<void>
  /** Those that are open, the newest first; of one member, or of all. */
  sessions(staffId?: string): Promise<StaffSession[]>
  /** False when there is none, or with `staffId` none of theirs. */
  revoke(idHash: string, staffId?: string): Promise<boolean>

  /** Shows a secret that counts from its confirmation on. */
  offerTotp(id: string, secret: string): Promise<void>
  /**
   * What was offered counts from here on, with these recovery codes, and the session (its `idHash`) has it already.
   * False when nothing was offered.
   */
  confirmTotp(
    id: string,
    confirmed: { step: number; recoveryHashes: readonly string[]; session: string },
  ): Promise<boolean>
  /** Uses a time step up; false when it, or a later one, was used before. */
  takeTotpStep(id: string, step: number): Promise<boolean>
  /** Uses a recovery code up; false for one that is not there. */
  takeRecovery(id: string, codeHash: string): Promise<boolean>
  /** Without a second factor again, and without sessions. */
  resetTotp(id: string): Promise<boolean>

  /**
   * Counts a login that is about to be tried, for each of these; what succeeds is taken back by `forgive`. Tries come
   * one after the other, so that a thousand at once are no way round the count.
   */
  attempt(counts: readonly AttemptCount[]): Promise<Attempted>
  forgive(attempt: string): Promise<void>
}
