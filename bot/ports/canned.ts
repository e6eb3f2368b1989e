import type { CannedReply } from '../types.ts'

/** `taken`: the compound has one with this shortcut. */
export type CannedChange = { kind: 'ok'; canned: CannedReply } | { kind: 'taken' } | { kind: 'unknown' }

/** Replies that clerks keep for what they write again and again. */
export interface CannedStore {
  /** Those of these compounds and those of all, by shortcut; left out: every one. */
  list(communities?: readonly string[]): Promise<CannedReply[]>
  find(id: string): Promise<CannedReply | undefined>
  /** `community` empty: of all compounds. */
  add(input: { community: string; shortcut: string; text: string; author: string }): Promise<CannedChange>
  update(id: string, change: { shortcut?: string; text?: string }): Promise<CannedChange>
  remove(id: string): Promise<boolean>
}
