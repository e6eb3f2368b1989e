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

export function readAddress(location: { pathname: string; search: string }): Address {
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

/** Where to go; what is not named stays as it is. */
export interface Change {
  /** Undefined leads back to the list. */
  ticketId?: string | undefined
  about?: boolean
  list?: ListName
  q?: string
}
