/**
 * `draft` → `published` by a manager → `replaced` by a later one or `rolled_back`; or `discarded`, never published.
 */
export type RevisionState = 'draft' | 'published' | 'replaced' | 'rolled_back' | 'discarded'

/** How two models answer the held-out tests of the knowledge files. */
export interface Comparison {
  /** Tests that both were asked: those of the knowledge as it is. */
  tests: number
  /** Right answers as it is, and with the draft. */
  before: number
  after: number
  /** Tests that the draft brings, and the right answers to them. */
  added: { tests: number; before: number; after: number }
  /** Tests answered right as it is and wrong with the draft; at most 20. */
  lost: TestLine[]
  /** The other way round. */
  won: TestLine[]
  /** Whether it must not be published: fewer right answers, or an emergency that is no longer found. */
  fell: boolean
  /** The tests of its own intent, before and after. */
  own: { tests: number; before: number; after: number }
}

export interface TestLine {
  text: string
  want: string
  got: string
}

/** One thing that is wrong in a knowledge file, in both languages. */
export interface KnowledgeFinding {
  where: string
  what: string
  zh: string
}

/** What the check of a draft said. */
export interface DraftVerdict {
  findings: KnowledgeFinding[]
  /** Left out where something was found, or where the model learns nothing from the file. */
  comparison?: Comparison
  /** Of the published knowledge that it was compared with. */
  knowledgeVersion: number
}

/** One state of a knowledge file, as the desk keeps it. */
export interface KnowledgeRevision {
  id: string
  /** Of the file in the knowledge folder: `intents/fee.pay.md`. */
  path: string
  /** The whole file. */
  content: string
  state: RevisionState
  /** 1, 2, 3… while it is a draft, for compare-and-set. */
  version: number
  author: string
  note?: string
  /** Ticket from which it was proposed. */
  ticketId?: string
  verdict?: DraftVerdict
  /** What was in its place when it was published; left out: nothing. */
  before?: string
  publishedBy?: string
  publishedAt?: string
  createdAt: string
  updatedAt: string
}
