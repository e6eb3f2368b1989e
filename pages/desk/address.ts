import { useEffect, useState } from 'preact/hooks'

export const LISTS = ['waiting', 'mine', 'open', 'resolved'] as const
export type ListName = (typeof LISTS)[number]

/** Where the reader is; all of it stands in the address, so that it survives a reload and can be sent to a colleague. */
export interface Address {
  setupToken?: string
  setup: boolean
  ticketId?: string
  /** The context panel is in front, where there is room for one thing only. */
  about: boolean
  list: ListName
  q: string
}

const TICKET = /^\/desk\/t\/([^/]+)(\/about)?\/?$/

export function readAddress(location: Pick<Location, 'pathname' | 'search'>): Address {
  const query = new URLSearchParams(location.search)
  const ticket = TICKET.exec(location.pathname)
  const list = LISTS.find((name) => name === query.get('list')) ?? 'waiting'
  const token = query.get('token')
  return {
    setup: /^\/desk\/setup\/?$/.test(location.pathname),
    ...(token ? { setupToken: token } : {}),
    ...(ticket?.[1] ? { ticketId: decodeURIComponent(ticket[1]) } : {}),
    about: Boolean(ticket?.[2]),
    list,
    q: query.get('q') ?? '',
  }
}

export function writeAddress({ ticketId, about, list, q }: Required<Change>): string {
  const path = ticketId ? `/desk/t/${encodeURIComponent(ticketId)}${about ? '/about' : ''}` : '/desk'
  const query = new URLSearchParams()
  if (list !== 'waiting') query.set('list', list)
  if (q) query.set('q', q)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

interface Change {
  /** Undefined leads back to the list. */
  ticketId?: string | undefined
  about?: boolean
  list?: ListName
  q?: string
}

export type Go = (change: Change, how?: 'push' | 'replace') => void

const MOVED = 'desk:moved'

/** Goes somewhere; what is not named stays as it is. `replace` leaves no step for the back button. */
export const go: Go = (change, how = 'push') => {
  const { ticketId, about, list, q } = readAddress(window.location)
  const next = writeAddress({ ticketId, about, list, q, ...change })
  if (how === 'push') history.pushState({ inside: true }, '', next)
  else history.replaceState(history.state, '', next)
  window.dispatchEvent(new Event(MOVED))
}

/** A step back as the back gesture does it; from a page that was opened by its address, to where back would lead. */
export function goBack(fallback: Change): void {
  if ((history.state as { inside?: boolean } | null)?.inside) history.back()
  else go(fallback, 'replace')
}

export function useAddress(): Address {
  const [address, setAddress] = useState(() => readAddress(window.location))
  useEffect(() => {
    const read = () => setAddress(readAddress(window.location))
    window.addEventListener('popstate', read)
    window.addEventListener(MOVED, read)
    return () => {
      window.removeEventListener('popstate', read)
      window.removeEventListener(MOVED, read)
    }
  }, [])
  return address
}
