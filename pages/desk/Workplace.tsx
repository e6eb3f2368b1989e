import { useEffect, useState } from 'preact/hooks'
import { Alerts } from './Alerts.tsx'
import type { Address } from './address.ts'
import { Help } from './Dialog.tsx'
import { Head } from './Head.tsx'
import { type Connection, useLive } from './live.ts'
import { go, useAddress } from './navigation.ts'
import { useNoticeChoice } from './notices/choice.ts'
import { NoticeSettings } from './notices/NoticeSettings.tsx'
import { useNotices } from './notices/useNotices.ts'
import { Palette } from './palette/Palette.tsx'
import { usePaletteKey } from './palette/usePaletteKey.ts'
import { wantedOf } from './queue/list.ts'
import { QueueRoom } from './queue/QueueRoom.tsx'
import { type Overview, useOverview } from './queue/useQueue.ts'
import { AccountRoom } from './rooms/account/AccountRoom.tsx'
import { AuditRoom } from './rooms/audit/AuditRoom.tsx'
import { BoardRoom } from './rooms/board/BoardRoom.tsx'
import { DayRoom } from './rooms/day/DayRoom.tsx'
import { GapsRoom } from './rooms/gaps/GapsRoom.tsx'
import { HomesRoom } from './rooms/homes/HomesRoom.tsx'
import { HotlineRoom } from './rooms/hotline/HotlineRoom.tsx'
import { HouseholdRoom } from './rooms/household/HouseholdRoom.tsx'
import { IntakeRoom } from './rooms/intake/IntakeRoom.tsx'
import { KnowledgeRoom } from './rooms/knowledge/KnowledgeRoom.tsx'
import { NoticesRoom } from './rooms/notices/NoticesRoom.tsx'
import { OrdersRoom } from './rooms/orders/OrdersRoom.tsx'
import { ReportsRoom } from './rooms/reports/ReportsRoom.tsx'
import { SettingsRoom } from './rooms/settings/SettingsRoom.tsx'
import { UsersRoom } from './rooms/users/UsersRoom.tsx'
import { VisitsRoom } from './rooms/visits/VisitsRoom.tsx'
import { useShortcuts } from './shortcuts.ts'
import { useReading, useSurroundings } from './surroundings.ts'
import type { Outbox } from './thread/outbox.ts'
import { usePresence } from './usePresence.ts'

/** Something told in passing. */
export interface Said {
  text: string
  tone: 'plain' | 'bad'
}

interface WorkplaceProps {
  outbox: Outbox
  said: Said | undefined
  /** Takes back what was said: it was about something else than what is open now. */
  onHush(): void
  onLogOut(): void
}

/** The head, what everybody has to know, and the room that is open. */
export function Workplace({ outbox, said, onHush, onLogOut }: WorkplaceProps) {
  const { clerk } = useSurroundings()
  const address = useAddress()
  const overview = useOverview()
  const [help, setHelp] = useState(false)
  const [palette, setPalette] = useState(false)
  const [choice, choose] = useNoticeChoice(clerk.id)
  const [notices, setNotices] = useState(false)
  useNotices(choice, address)
  usePaletteKey(() => setPalette(true))
  usePresence()
  useCalled(address.ticketId)
  useEffect(onHush, [address.room, address.ticketId, address.item])
  useShortcuts({
    '/': () => document.getElementById('desk-search')?.focus(),
    '?': () => setHelp(true),
  })
  return (
    <div class={`desk ${placeClass(address)}`}>
      <Head
        overview={overview}
        room={address.room}
        notices={choice.on}
        onNotices={() => setNotices(true)}
        onHelp={() => setHelp(true)}
        onLogOut={onLogOut}
      />
      <Strips overview={overview} address={address} />
      <RoomView address={address} overview={overview} outbox={outbox} />
      <div class="says" role="status">
        {said && <p class={said.tone}>{said.text}</p>}
      </div>
      {palette && <Palette onClose={() => setPalette(false)} />}
      {notices && <NoticeSettings choice={choice} onChoose={choose} onClose={() => setNotices(false)} />}
      {help && <Help onClose={() => setHelp(false)} />}
    </div>
  )
}

/** Tells the clerk that a note calls them, unless it lies open before them. */
function useCalled(ticketId: string | undefined): void {
  const { words } = useReading()
  const { say } = useSurroundings()
  useLive('mentions', (event) => event.ticketId !== ticketId && say(words.talk.calledNow))
}

function placeClass({ room, item, ticketId, about }: Address): string {
  // The file of a home is a page of its own, not a panel beside a list.
  if (room !== 'queue') return item && room !== 'household' ? 'in-room at-item' : 'in-room'
  return ticketId ? (about ? 'at-context' : 'at-thread') : 'at-queue'
}

interface RoomProps {
  address: Address
  overview: Overview
  outbox: Outbox
}

function RoomView({ address, overview, outbox }: RoomProps) {
  switch (address.room) {
    case 'queue':
      return <QueueRoom address={address} overview={overview} outbox={outbox} />
    case 'intake':
      return <IntakeRoom address={address} />
    case 'day':
      return <DayRoom address={address} />
    case 'board':
      return <BoardRoom address={address} />
    case 'orders':
      return <OrdersRoom address={address} />
    case 'hotline':
      return <HotlineRoom address={address} />
    case 'visits':
      return <VisitsRoom address={address} />
    case 'homes':
      return <HomesRoom address={address} />
    case 'household':
      return <HouseholdRoom address={address} />
    case 'knowledge':
      return <KnowledgeRoom address={address} />
    case 'gaps':
      return <GapsRoom address={address} />
    case 'notices':
      return <NoticesRoom address={address} />
    case 'reports':
      return <ReportsRoom address={address} />
    case 'settings':
      return <SettingsRoom address={address} />
    case 'users':
      return <UsersRoom />
    case 'audit':
      return <AuditRoom address={address} />
    case 'account':
      return <AccountRoom />
    default:
      return address.room satisfies never
  }
}

/** What everybody at the desk has to know at once: an emergency that nobody has taken, a broken connection. */
function Strips({ overview, address }: { overview: Overview; address: Address }) {
  const { words } = useReading()
  const [connection, setConnection] = useState<Connection>('up')
  useLive('connection', setConnection)
  const alarms = overview.waiting.tickets.filter((row) => row.priority === 'emergency' && row.id !== address.ticketId)
  const [first] = alarms
  return (
    <div class="strips">
      <div role="alert">
        {first && (
          <p class="strip alarm">
            <span>
              {words.alarm(first.home ?? words.noHome, alarmWords(first.summary))}
              {alarms.length > 1 && <small> · {words.alarmMore(alarms.length - 1)}</small>}
            </span>
            <button type="button" class="button" onClick={() => go({ ticketId: first.id, about: false })}>
              {words.look}
            </button>
          </p>
        )}
      </div>
      <div role="status">
        <Alerts />
        {connection === 'down' && <p class="strip">{navigator.onLine ? words.reconnecting : words.offline}</p>}
      </div>
    </div>
  )
}

function alarmWords(summary: string): string {
  const { topic, words } = wantedOf(summary)
  return topic ?? words
}
