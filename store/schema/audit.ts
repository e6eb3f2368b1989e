export interface AuditEntryTable {
  /** 1, 2, 3… without gaps. */
  position: number
  at: string
  who_id: string | null
  who: string
  origin: string
  action: string
  community: string | null
  subject: string | null
  /** JSON `Facts`, or sealed under the key of `owner`. */
  was: string | null
  became: string | null
  owner: string | null
  hash: string
}

/** One row: where the chain ends. */
export interface AuditHeadTable {
  name: string
  position: number
  hash: string
}

/** Under which an owner's values are sealed; gone after an erasure. */
export interface AuditKeyTable {
  owner: string
  /** 256 bits, base64url. */
  secret: string
}

export interface AuditSchema {
  audit_entries: AuditEntryTable
  audit_head: AuditHeadTable
  audit_keys: AuditKeyTable
}
