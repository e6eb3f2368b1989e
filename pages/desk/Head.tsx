import { useEffect, useRef, useState } from 'preact/hooks'
import { LANGUAGE_TAGS } from '../shared/languages.ts'
import { ROOMS, type Room } from './address.ts'
import { useNow } from './clock.ts'
import { BellIcon, FoldIcon } from './Icons.tsx'
import { addressAfter, follow } from './navigation.ts'
import { type Overview, overdueIn } from './queue/useQueue.ts'
import { useReading, useSurroundings } from './surroundings.ts'

/** What others would be refused. */
export const ADMIN_ROOMS: readonly Room[] = ['users', 'audit']
/** Entered by one's name, and where there is no room for that from the menu. */
const OF_MENU: readonly Room[] = ['account']

const ACCOUNT = { room: 'account', ticketId: undefined, item: undefined } as const

interface HeadProps {
  overview: Overview
  room: Room
  /** Whether the clerk is told while the desk is out of sight. */
  notices: boolean
  onNotices(): void
  onHelp(): void
  onLogOut(): void
}

/** Rooms, my load, what is overdue, and who I am. */
export function Head({ overview, room, notices, onNotices, onHelp, onLogOut }: HeadProps) {
  const { words, language, switchLanguage } = useReading()
  const { clerk } = useSurroundings()
  const overdue = overdueIn(overview.waiting.tickets, useNow())
  useTitle(overview.waiting.total, room)
  return (
    <header class="head">
      <strong class="brand">{words.product}</strong>
      <Rooms room={room} waiting={overview.waiting.total} />
      <span class="head-counts">
        <span>{words.load(overview.mine)}</span>
        {overdue > 0 && <span class="overdue">{words.overdueCount(overdue)}</span>}
      </span>
      <span class="head-end">
        <a class="head-clerk" href={addressAfter(ACCOUNT)} title={words.rooms.rooms.account} onClick={follow(ACCOUNT)}>
          {clerk.name}
        </a>
        <button
          type="button"
          class="icon-button"
          aria-label={words.notices.title}
          title={words.notices.title}
          onClick={onNotices}
        >
          <BellIcon off={!notices} />
        </button>
        <button type="button" class="button quiet head-help" onClick={onHelp}>
          {words.help} <kbd>?</kbd>
        </button>
        <button
          type="button"
          class="button quiet"
          lang={LANGUAGE_TAGS[language === 'zh' ? 'en' : 'zh']}
          onClick={switchLanguage}
        >
          {words.language}
        </button>
        <button type="button" class="button quiet" onClick={onLogOut}>
          {words.logout}
        </button>
      </span>
    </header>
  )
}

/** A row of links; where there is no room for it, a menu that opens from the name of the room. */
function Rooms({ room, waiting }: { room: Room; waiting: number }) {
  const { words } = useReading()
  const { clerk } = useSurroundings()
  const { rooms } = words.rooms
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!open) return
    const close = (event: Event) => {
      const away =
        event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)
      if (away) setOpen(false)
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [open])
  return (
    <nav ref={box} class={open ? 'rooms open' : 'rooms'} aria-label={words.rooms.label}>
      <button type="button" class="rooms-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="unseen">{words.rooms.label}</span> {rooms[room]} <FoldIcon />
      </button>
      <ul>
        {ROOMS.filter((one) => clerk.role === 'admin' || !ADMIN_ROOMS.includes(one)).map((one) => (
          <li key={one} class={OF_MENU.includes(one) ? 'of-menu' : undefined}>
            <a
              href={addressAfter({ room: one, ticketId: undefined, item: undefined })}
              aria-current={one === room ? 'page' : undefined}
              onClick={(event) => {
                setOpen(false)
                follow({ room: one, ticketId: undefined, item: undefined })(event)
              }}
            >
              {rooms[one]}
              {one === 'queue' && waiting > 0 && <span class="count">{waiting}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The number of waiting tickets and the room, to be read on the browser's tab. */
function useTitle(waiting: number, room: Room): void {
  const { words } = useReading()
  useEffect(() => {
    const name = room === 'queue' ? words.desk : words.rooms.rooms[room]
    document.title = `${waiting ? `(${waiting}) ` : ''}${words.product} · ${name}`
  }, [waiting, words, room])
}
