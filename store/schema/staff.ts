export interface StaffTable {
  id: string
  name: string
  role: string
  password_hash: string
  disabled: number
  created_at: string
  /** JSON `string[]`: the compounds that they are limited to; empty: none. */
  communities: string
  /** Base32; the second factor, once it was confirmed. */
  totp_secret: string | null
  /** Shown, and not confirmed yet. */
  totp_offered: string | null
  /** The last time step whose code was taken: each is good once. */
  totp_step: number | null
  /** Who they are at the company's own sign-in. */
  oidc_subject: string | null
}

export interface StaffSessionTable {
  id_hash: string
  staff_id: string
  csrf: string
  expires_at: string
  created_at: string | null
  /** Address from which it was opened. */
  origin: string | null
  /** What the browser calls itself. */
  agent: string | null
  /** 1: opened with a second factor, or by the company's own sign-in. */
  strong: number | null
}

/** One-time codes for when the second factor is lost. */
export interface StaffRecoveryTable {
  staff_id: string
  code_hash: string
}

/** A login that is being tried, or that failed: a row for its address and one for its name. */
export interface StaffFailureTable {
  /** The same for both. */
  id: string
  /** Hashed. */
  whose: string
  at: string
}

export interface StaffSchema {
  staff: StaffTable
  staff_sessions: StaffSessionTable
  staff_recovery: StaffRecoveryTable
  staff_failures: StaffFailureTable
}
