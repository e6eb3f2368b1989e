import type { Home, HomeAccount, HomeFields, ImportCounts, Locale, Reply } from '../types.ts'

export interface HomeFilter {
  community?: string
  /** Of these compounds alone. */
  communities?: readonly string[]
  /** A home (`3-2-501`), part of a name, or part of a phone. */
  q?: string
  /** From 1; 50 rows each. */
  page?: number
}

/** `wrong`: `left` more tries before the pause; `paused`: none is taken before `until`. */
export type Redeemed =
  | { kind: 'bound'; home: Home }
  | { kind: 'wrong'; left: number }
  | { kind: 'paused'; until: string }

export interface HomeStore {
  /**
   * Writes what differs from the record, all or nothing; the same file again changes nothing. A home whose owner's
   * name changes, or none of whose phones stays, has changed hands: its conversations and codes are unbound.
   *
   * @param unbound told of each conversation that lost its home, once that is in the record
   */
  import(
    community: string,
    homes: HomeFields[],
    file: { name: string; hash: string; asOf: string; dryRun: boolean },
    unbound?: (conversationId: string) => void,
  ): Promise<ImportCounts>
  /** By place, with whole phones: whoever shows them masks them. */
  list(filter: HomeFilter): Promise<{ homes: HomeAccount[]; total: number }>
  find(id: string): Promise<HomeAccount | undefined>
  /** The home that a verified conversation is bound to. */
  ofConversation(conversationId: string): Promise<HomeAccount | undefined>
  /** Its id alone. */
  idOfConversation(conversationId: string): Promise<string | undefined>
  addCode(code: { homeId: string; codeHash: string; madeBy: string; expiresAt: string }): Promise<void>
  /**
   * Binds the conversation to the code's home, once, in its own compound only. Five wrong codes pause it for an hour.
   * Whoever is bound to this home already is told what `told` says (left out: nothing), and the audit keeps it.
   */
  redeem(
    conversationId: string,
    codeHash: string,
    told?: (reader: { community: string; locale: Locale; home: Home }) => Reply,
    from?: string,
  ): Promise<Redeemed>
}
