export const LISTS = ['waiting', 'mine', 'mentioned', 'team', 'overdue', 'unanswered', 'open', 'resolved'] as const
export type ListName = (typeof LISTS)[number]

/** The rooms of the desk: tickets, taking down, what is owed today, status board, work orders, return visits, the city's hotline, homes and the file of one; knowledge, gaps, notices, reports, settings; people, the audit, one's own account. */
export const ROOMS = [
  'queue',
  'intake',
  'day',
  'board',
  'orders',
  'visits',
  'hotline',
  'homes',
  'household',
  'knowledge',
  'gaps',
  'notices',
  'reports',
  'settings',
  'users',
  'audit',
  'account',
] as const
export type Room = (typeof ROOMS)[number]

/** Where the reader is; all of it stands in the address, so that it survives a reload and can be sent to a colleague. */
export interface Address {
  setupToken?: string
  setup: boolean
  room: Room
  ticketId?: string
  /** What is open in another room than the queue: id of a status entry or home, number of a work order. */
  item?: string
  /** The context panel is in front, where there is room for one thing only. */
  about: boolean
  list: ListName
  q: string
  /** What a room shows of its things: a topic, a state; empty: all. */
  only: string
  /** How a room shows them, where there are several ways; empty: the usual one. */
  view: string
  /** Id of a compound; empty: the installation's first one, or all. */
  community: string
}

const TICKET = /^\/desk\/t\/([^/]+)(\/about)?\/?$/
const ROOM = new RegExp(`^/desk/(${ROOMS.filter((room) => room !== 'queue').join('|')})(?:/([^/]+))?/?$`)

export function readAddress(location: { pathname: string; search: string }): Address {
  const query = new URLSearchParams(location.search)
  const [, ticketId, about] = TICKET.exec(location.pathname) ?? []
  const [, room, item] = ROOM.exec(location.pathname) ?? []
  const token = query.get('token')
  return {
    setup: /^\/desk\/setup\/?$/.test(location.pathname),
    ...(token ? { setupToken: token } : {}),
    room: ROOMS.find((name) => name === room) ?? 'queue',
    ...(ticketId ? { ticketId: decodeURIComponent(ticketId) } : {}),
    ...(item ? { item: decodeURIComponent(item) } : {}),
    about: Boolean(about),
    list: LISTS.find((name) => name === query.get('list')) ?? 'waiting',
    q: query.get('q') ?? '',
    only: query.get('only') ?? '',
    view: query.get('view') ?? '',
    community: query.get('community') ?? '',
  }
}

export function writeAddress(to: Place): string {
  const { list, q, only, view, community } = to
  const query = new URLSearchParams()
  if (list !== 'waiting') query.set('list', list)
  for (const [name, value] of Object.entries({ q, only, view, community })) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `${pathOf(to)}?${text}` : pathOf(to)
}

function pathOf({ room, ticketId, about, item }: Place): string {
  if (room !== 'queue') return `/desk/${room}${item ? `/${encodeURIComponent(item)}` : ''}`
  return ticketId ? `/desk/t/${encodeURIComponent(ticketId)}${about ? '/about' : ''}` : '/desk'
}

type Place = Omit<Address, 'setup' | 'setupToken'>

/** Where to go; what is not named stays as it is. */
export interface Change extends Partial<Omit<Place, 'ticketId' | 'item'>> {
  /** Undefined leads back to the list. */
  ticketId?: string | undefined
  item?: string | undefined
}

const ENTRANCE = { about: false, list: 'waiting', q: '', only: '', view: '', community: '' } as const

/** The place that a change leads to. Another room is entered afresh; a ticket lies in the queue, wherever one comes from. */
export function placeAfter(now: Address, change: Change): Place {
  const room = change.room ?? (change.ticketId ? 'queue' : now.room)
  const { setup: _, setupToken: __, ...here } = now
  const { ticketId, item, ...rest } = { ...(room === now.room ? here : ENTRANCE), ...change }
  return { ...ENTRANCE, ...rest, room, ...(ticketId ? { ticketId } : {}), ...(item ? { item } : {}) }
}
