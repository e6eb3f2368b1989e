/** Plain facts of what was before or after; nothing nested, so that each reads as one line. */
export type Facts = Record<string, string | number | boolean | readonly string[] | null>

/** Who did something: a member of staff, an owner, or whoever works at the command line. */
export interface AuditActor {
  /** Of a member of staff. */
  id?: string
  name: string
}

/** One thing that happened and that somebody may be asked about years later. */
export interface AuditNote {
  who: AuditActor
  /** An address, or `command line`. */
  from: string
  /** `login`, `reveal`, or the desk call that did it, such as `POST /tickets/:id/claim`. */
  action: string
  community?: string
  /** Id of what it was done to. */
  subject?: string
  before?: Facts
  after?: Facts
  /**
   * Whose personal data `before` and `after` are, such as `conversation:ID`: both are kept under a key of that owner,
   * which an erasure destroys.
   */
  owner?: string
}

export interface AuditEntry extends AuditNote {
  /** 1, 2, 3… without gaps. */
  position: number
  /** ISO 8601, UTC. */
  at: string
  /** Over this entry and the hash before it; base64url. */
  hash: string
  /** The owner's key is gone, and with it `before` and `after`. */
  erased?: true
}

/** `broken`: the first entry that was changed or is missing, or that the chain ends before its head. */
export type AuditVerdict =
  | { kind: 'whole'; entries: number; hash: string }
  | { kind: 'broken'; position: number; why: 'changed' | 'missing' | 'cut' | 'other_hash' }
