import type { DraftVerdict, KnowledgeRevision, RevisionState } from '../types.ts'

export interface NewDraft {
  path: string
  content: string
  /** Name of the member of staff. */
  author: string
  note?: string
  ticketId?: string
}

/**
 * `stale`: the draft changed since it was read, or other knowledge was published since it was compared; `gone`: no
 * draft any more, or not what is published now.
 */
export type RevisionChange =
  | { kind: 'ok'; revision: KnowledgeRevision }
  | { kind: 'stale' }
  | { kind: 'gone' }
  | { kind: 'unknown' }

export interface KnowledgeStore {
  /** Goes up whenever what is published changes. */
  version(): Promise<number>
  /** What is published, by path, with the version that it makes. */
  published(): Promise<{ version: number; files: Map<string, string> }>
  addDraft(draft: NewDraft): Promise<KnowledgeRevision>
  find(id: string): Promise<KnowledgeRevision | undefined>
  /** Newest first, at most 200. */
  list(filter: { path?: string; states?: RevisionState[] }): Promise<KnowledgeRevision[]>
  /** Every content that this path had or was to have at the desk, and what stood before each. */
  contents(path: string): Promise<string[]>
  /** Its verdict is gone with the old words. */
  edit(id: string, version: number, change: { content: string; note?: string }): Promise<RevisionChange>
  /** What the check said of this version of the draft. */
  judge(id: string, version: number, verdict: DraftVerdict): Promise<RevisionChange>
  /** `before`: what stands in its place now, for the way back. */
  publish(
    id: string,
    change: { version: number; knowledgeVersion: number; by: string; before?: string },
  ): Promise<RevisionChange>
  discard(id: string): Promise<RevisionChange>
  /** What stood before it is published again, as a revision of its own; with nothing before, the path has none. */
  rollBack(id: string, by: string): Promise<RevisionChange>
}
