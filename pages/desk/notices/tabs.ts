import { inFront } from './front.ts'

/** What one tab of the desk tells the others. `read`: the ticket lies open before the clerk; without one, the desk does. */
type Told = { kind: 'anyone' } | { kind: 'here' } | { kind: 'read'; ticketId?: string }

const NAME = 'qiao.desk'
/** A tab in front answers at once; so long is waited for one. */
const ANSWER_MS = 150

/** The tabs in which one clerk has the desk open: one of them gives notice for all. */
export class DeskTabs {
  readonly #channel: BroadcastChannel
  readonly #name: string
  readonly #end = new AbortController()
  #leading = false
  #heard: (() => void) | undefined
  readonly #onRead: (ticketId?: string) => void

  /** `onRead`: a ticket lies open before the clerk, in whichever tab; without an id, the desk does. */
  constructor(clerkId: string, onRead: (ticketId?: string) => void) {
    this.#onRead = onRead
    this.#name = `${NAME}.${clerkId}`
    this.#channel = new BroadcastChannel(this.#name)
    this.#channel.onmessage = ({ data }: MessageEvent<Told>) => this.#hear(data)
    this.#lead()
  }

  /** Whether this tab is the one that gives notice. */
  get leading(): boolean {
    return this.#leading
  }

  /** Whether the clerk has the desk before them, in whichever tab. */
  anyInFront(): Promise<boolean> {
    if (inFront()) return Promise.resolve(true)
    return new Promise((answer) => {
      const timer = setTimeout(() => answer(false), ANSWER_MS)
      this.#heard = () => {
        clearTimeout(timer)
        answer(true)
      }
      this.#tell({ kind: 'anyone' })
    })
  }

  /** This tab shows a ticket, or the desk, to the clerk. */
  tellRead(ticketId?: string): void {
    this.#onRead(ticketId)
    this.#tell({ kind: 'read', ...(ticketId && { ticketId }) })
  }

  close(): void {
    this.#end.abort()
    this.#channel.close()
  }

  /** Until this tab closes; the next one takes over by itself. */
  #lead(): void {
    const { signal } = this.#end
    const held = new Promise<void>((done) => signal.addEventListener('abort', () => done()))
    navigator.locks
      .request(this.#name, { signal }, () => {
        this.#leading = true
        return held
      })
      // Closed while it waited for its turn.
      .catch(() => undefined)
  }

  #hear(told: Told): void {
    if (told.kind === 'anyone') inFront() && this.#tell({ kind: 'here' })
    else if (told.kind === 'here') this.#heard?.()
    else this.#onRead(told.ticketId)
  }

  #tell(told: Told): void {
    this.#channel.postMessage(told)
  }
}
