import type { Handover, HandoverSummary } from '../types.ts'

/** `own`: nobody signs for themselves; `signed`: by somebody else already. */
export type HandoverSigned =
  | { kind: 'ok'; handover: Handover }
  | { kind: 'own' }
  | { kind: 'signed'; handover: Handover }
  | { kind: 'unknown' }

export interface HandoverStore {
  add(handover: {
    community: string
    authorId: string
    by: string
    note: string
    summary: HandoverSummary
  }): Promise<Handover>
  find(id: string): Promise<Handover | undefined>
  /** Newest first, 20 a page from 1. */
  list(filter: {
    community?: string
    communities?: readonly string[]
    page?: number
  }): Promise<{ handovers: Handover[]; total: number }>
  /** Once, by another than who wrote it; again by the same hand it is the same. */
  sign(id: string, staff: { id: string; name: string }): Promise<HandoverSigned>
}
