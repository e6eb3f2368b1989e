import { useEffect, useRef, useState } from 'preact/hooks'
import type { Message, Ticket, TicketNote } from '../../../bot/types.ts'
import type { ProblemError } from '../../shared/api/problem.ts'
import { useCoalesced, useLive } from '../live.ts'
import { useSurroundings } from '../surroundings.ts'
import { mergeMessages } from './entries.ts'

/** Changes come in bursts; so often at most is the ticket read again. */
const RELOAD_MS = 250
/** A typing sign is believed for so long. */
const TYPING_MS = 6000

export interface OpenTicket {
  /** `old`: shown as last read, since reading it again failed. */
  state: 'loading' | 'ready' | 'old' | 'failed' | 'gone'
  ticket?: Ticket
  messages: Message[]
  /** Who is typing besides the clerk. */
  typing?: { from: 'owner' | 'staff'; author?: string }
  reload(): void
  /** Takes up a ticket that a call has given back. */
  take(ticket: Ticket): void
  takeMessage(message: Message): void
  /** Those from before what is shown. */
  takeOlder(messages: Message[]): void
  takeNote(note: TicketNote): void
}

interface Loaded {
  id: string
  ticket?: Ticket
  messages: Message[]
  state: OpenTicket['state']
}

/** The ticket that is open, read again when it changes. */
export function useTicket(id: string): OpenTicket {
  const { calls } = useSurroundings()
  const [loaded, setLoaded] = useState<Loaded>({ id, messages: [], state: 'loading' })
  const asked = useRef(0)
  const now: Loaded = loaded.id === id ? loaded : { id, messages: [], state: 'loading' }

  const change = (next: (before: Loaded) => Loaded) =>
    setLoaded((before) => next(before.id === id ? before : { id, messages: [], state: 'loading' }))
  const take = (ticket: Ticket) =>
    change(({ messages }) => ({
      id,
      ticket,
      messages: mergeMessages(messages, ticket.context.transcript),
      state: 'ready',
    }))
  const load = () => {
    const turn = ++asked.current
    calls.ticket(id).then(
      (ticket) => turn === asked.current && take(ticket),
      (error: ProblemError) =>
        turn === asked.current && change((before) => ({ ...before, state: stateAfter(error, before) })),
    )
  }
  useEffect(load, [id, calls])
  const reload = useCoalesced(load, RELOAD_MS)
  const conversationId = now.ticket?.conversationId
  useLive('messages', (event) => event.conversationId === conversationId && reload())
  // Without an id it may be this one: a turn of the owner's tells no more.
  useLive('tickets', ({ ticketId }) => (ticketId ?? id) === id && reload())
  useLive('resync', reload)
  const typing = useTyping(conversationId, now.messages.length)
  return {
    state: now.state,
    ...(now.ticket ? { ticket: now.ticket } : {}),
    messages: now.messages,
    ...(typing ? { typing } : {}),
    reload: load,
    take: (ticket) => {
      // What was asked for before is older than this.
      asked.current++
      take(ticket)
    },
    takeMessage: (message) => change((before) => ({ ...before, messages: mergeMessages(before.messages, [message]) })),
    takeOlder: (older) => change((before) => ({ ...before, messages: mergeMessages(older, before.messages) })),
    takeNote: (note) => change((before) => withNote(before, note)),
  }
}

function stateAfter(error: ProblemError, { ticket }: Loaded): OpenTicket['state'] {
  if (error.status === 404 || error.status === 403) return 'gone'
  return ticket ? 'old' : 'failed'
}

function withNote(before: Loaded, note: TicketNote): Loaded {
  const { ticket } = before
  if (!ticket || ticket.notes.some((known) => known.id === note.id)) return before
  return { ...before, ticket: { ...ticket, notes: [...ticket.notes, note] } }
}

/** The sign goes when a message comes, or by itself. */
function useTyping(conversationId: string | undefined, messageCount: number): OpenTicket['typing'] {
  const { clerk } = useSurroundings()
  const [typing, setTyping] = useState<OpenTicket['typing']>()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useLive('typing', (event) => {
    if (event.conversationId !== conversationId || event.from === 'bot' || event.author === clerk.name) return
    setTyping({ from: event.from, ...(event.author ? { author: event.author } : {}) })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setTyping(undefined), TYPING_MS)
  })
  useEffect(() => setTyping(undefined), [conversationId, messageCount])
  useEffect(() => () => clearTimeout(timer.current), [])
  return typing
}
