import { type Access, tellTyping } from './ownerApi.ts'
import { withoutTyping } from './state.ts'
import type { Typing } from './view.ts'
import type { ViewStore } from './viewStore.ts'

/** The server is told at most this often that the owner types. */
const TELL_MS = 3000

/** The typing signs of both directions. */
export class TypingSigns {
  private readonly store: ViewStore
  private ends: ReturnType<typeof setTimeout> | undefined
  private told = 0

  constructor(store: ViewStore) {
    this.store = store
  }

  /** @param ms how long the sign stands without being renewed */
  show(typing: Typing, ms: number): void {
    clearTimeout(this.ends)
    this.ends = setTimeout(() => this.store.change(withoutTyping), ms)
    this.store.change((view) => ({ ...view, typing }))
  }

  /** Tells staff that the owner types, where there is anybody to see it. */
  tell(access: Access | undefined): void {
    const { stage } = this.store.view.state ?? {}
    const now = Date.now()
    if (!access || (stage !== 'staff' && stage !== 'waiting') || now - this.told < TELL_MS) return
    this.told = now
    // A sign that is lost is no loss.
    tellTyping(access).catch(() => undefined)
  }
}
