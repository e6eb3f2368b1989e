import { recall, remember } from '../../shared/keep.ts'
import type { Access } from './ownerApi.ts'
import type { Outgoing, PublicCommunity } from './view.ts'

/** What one compound's page keeps over a reload. */
export class Kept {
  private readonly prefix: string

  constructor(community: string | undefined) {
    this.prefix = `qiao.owner.${community ?? ''}.`
  }

  get access(): Access | undefined {
    const kept = this.read('access') as Partial<Access> | undefined
    if (typeof kept?.conversationId !== 'string' || typeof kept.token !== 'string') return undefined
    return { conversationId: kept.conversationId, token: kept.token }
  }

  set access(access: Access | undefined) {
    this.write('access', access)
  }

  get draft(): string {
    const kept = this.read('draft')
    return typeof kept === 'string' ? kept : ''
  }

  set draft(text: string) {
    this.write('draft', text || undefined)
  }

  /** A message that was under way when the page closed is sent again under its own id. */
  get outbox(): Outgoing[] {
    const kept = this.read('outbox')
    return Array.isArray(kept) ? (kept as Outgoing[]) : []
  }

  set outbox(outbox: Outgoing[]) {
    this.write('outbox', outbox.length ? outbox : undefined)
  }

  /** So that the phones are there even when the server is not. */
  get community(): PublicCommunity | undefined {
    const kept = this.read('community') as Partial<PublicCommunity> | undefined
    return kept && Array.isArray(kept.phones) && Array.isArray(kept.starters) ? (kept as PublicCommunity) : undefined
  }

  set community(community: PublicCommunity) {
    this.write('community', community)
  }

  private read(name: string): unknown {
    try {
      return JSON.parse(recall(this.prefix + name) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  }

  private write(name: string, value: unknown): void {
    remember(this.prefix + name, value === undefined ? undefined : JSON.stringify(value))
  }
}
