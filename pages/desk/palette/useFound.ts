import { useEffect, useState } from 'preact/hooks'
import type { TicketRow } from '../../../bot/types.ts'
import { LISTS, ROOMS } from '../address.ts'
import { ADMIN_ROOMS } from '../Head.tsx'
import { go } from '../navigation.ts'
import { wantedOf } from '../queue/list.ts'
import { listName } from '../queue/names.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import { actionsNow } from './actions.ts'
import { type Entry, findEntries } from './find.ts'

/** Typing is over when nothing came for so long. */
const TYPED_MS = 200
const MOST_TICKETS = 8

/** What can be done and gone to, by these words; tickets are asked of the server. */
export function useFound(text: string): { entries: Entry[]; searching: boolean } {
  const { words } = useReading()
  const { clerk } = useSurroundings()
  const { rows, searching } = useTickets(text.trim())
  const actions = actionsNow().map(
    ({ title, key, run }): Entry => ({ id: `action ${title}`, kind: 'action', title, ...(key && { more: key }), run }),
  )
  const rooms = ROOMS.filter((room) => clerk.role === 'admin' || !ADMIN_ROOMS.includes(room)).map(
    (room): Entry => ({
      id: `room ${room}`,
      kind: 'room',
      title: words.rooms.rooms[room],
      run: () => go({ room, ticketId: undefined, item: undefined }),
    }),
  )
  const lists = LISTS.map(
    (list): Entry => ({
      id: `list ${list}`,
      kind: 'list',
      title: listName(list, words),
      run: () => go({ room: 'queue', list, q: '', ticketId: undefined }),
    }),
  )
  return { entries: [...findEntries([...actions, ...rooms, ...lists], text), ...rows.map(ticketEntry)], searching }

  function ticketEntry({ id, home, summary }: TicketRow): Entry {
    const { topic, words: wanted } = wantedOf(summary)
    const title = topic ? `${topic} · ${wanted}` : wanted
    return { id, kind: 'ticket', title, more: home ?? words.noHome, run: () => go({ ticketId: id, about: false }) }
  }
}

function useTickets(q: string): { rows: TicketRow[]; searching: boolean } {
  const { calls } = useSurroundings()
  const [found, setFound] = useState<{ q: string; rows: TicketRow[] }>({ q: '', rows: [] })
  useEffect(() => {
    if (!q) return
    let late = false
    const timer = setTimeout(() => {
      calls.tickets({ q }).then(
        ({ tickets }) => late || setFound({ q, rows: tickets.slice(0, MOST_TICKETS) }),
        // Rooms and actions are there all the same.
        () => late || setFound({ q, rows: [] }),
      )
    }, TYPED_MS)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [q, calls])
  return { rows: found.q === q ? found.rows : [], searching: q !== '' && found.q !== q }
}
