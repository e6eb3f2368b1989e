import { createContext } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { EVENTS } from './calls.ts'

export type Connection = 'up' | 'down'

/** `resync`: something may have been missed, so all that is shown is to be read again. */
export interface LiveEvents {
  tickets: { ticketId?: string }
  messages: { conversationId: string }
  board: { entryId: string }
  work_orders: { number: string }
  incidents: { incidentId: string }
  knowledge: object
  typing: { conversationId: string; from: 'owner' | 'bot' | 'staff'; author?: string }
  /** A note calls this clerk. */
  mentions: { ticketId: string }
  alerts: { alertId: string }
  callbacks: { callbackId: string }
  handovers: { handoverId: string }
  hotline: { hotlineId: string }
  resync: undefined
  connection: Connection
}

type Kind = keyof LiveEvents
type Listener<K extends Kind> = (event: LiveEvents[K]) => void

/** What the server tells. */
const HEARD = [
  'tickets',
  'messages',
  'typing',
  'board',
  'work_orders',
  'incidents',
  'alerts',
  'callbacks',
  'handovers',
  'hotline',
  'mentions',
  'knowledge',
] as const

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000

/** The desk's event stream, told on to whoever listens. It comes back by itself when it breaks. */
export class DeskLive {
  readonly #listeners = new Map<Kind, Set<Listener<Kind>>>()
  readonly #checkSession: () => Promise<unknown>
  #source: EventSource | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #wait = FIRST_WAIT_MS

  /** `checkSession` is called when the stream is refused; it fails when the clerk is logged out. */
  constructor(checkSession: () => Promise<unknown>) {
    this.#checkSession = checkSession
  }

  on<K extends Kind>(kind: K, listener: Listener<K>): () => void {
    const set = this.#listeners.get(kind) ?? new Set<Listener<Kind>>()
    this.#listeners.set(kind, set)
    set.add(listener as Listener<Kind>)
    return () => set.delete(listener as Listener<Kind>)
  }

  /** Opens the stream; returns the way to stop. */
  open(): () => void {
    this.#connect()
    const back = () => this.#reconnect()
    const seen = () => document.visibilityState === 'visible' && this.#tell('resync', undefined)
    const away = () => this.#tell('connection', 'down')
    window.addEventListener('online', back)
    window.addEventListener('offline', away)
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.removeEventListener('online', back)
      window.removeEventListener('offline', away)
      document.removeEventListener('visibilitychange', seen)
      this.#drop()
    }
  }

  #tell<K extends Kind>(kind: K, event: LiveEvents[K]): void {
    for (const listener of this.#listeners.get(kind) ?? []) listener(event)
  }

  #connect(): void {
    const source = new EventSource(EVENTS)
    this.#source = source
    source.onopen = () => {
      this.#wait = FIRST_WAIT_MS
      this.#tell('connection', 'up')
      // The first time too: something may have changed between what was read and this.
      this.#tell('resync', undefined)
    }
    source.onerror = () => this.#lost(source)
    source.addEventListener('resync', () => this.#tell('resync', undefined))
    for (const kind of HEARD)
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => this.#tell(kind, JSON.parse(data)))
  }

  /** The browser tries again by itself after a broken line, but not after a refusal. */
  #lost(source: EventSource): void {
    this.#tell('connection', 'down')
    if (source.readyState !== EventSource.CLOSED) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#checkSession().then(
        () => this.#reconnect(),
        () => this.#lost(source),
      )
    }, this.#wait)
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS)
  }

  #reconnect(): void {
    this.#drop()
    this.#connect()
  }

  #drop(): void {
    clearTimeout(this.#timer)
    this.#source?.close()
  }
}

export const LiveContext = createContext<DeskLive | undefined>(undefined)

/** Listens to one kind of event as long as the component is there. */
export function useLive<K extends Kind>(kind: K, listener: Listener<K>): void {
  const live = useContext(LiveContext)
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => live?.on(kind, (event) => latest.current(event)), [live, kind])
}

/** Runs `job` at once, and of the calls that come within `ms` after it once more for all of them. */
export function useCoalesced(job: () => void, ms: number): () => void {
  const latest = useRef(job)
  latest.current = job
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const again = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const run = () => {
    again.current = false
    latest.current()
    timer.current = setTimeout(() => {
      timer.current = undefined
      if (again.current) run()
    }, ms)
  }
  return () => {
    if (timer.current === undefined) run()
    else again.current = true
  }
}
