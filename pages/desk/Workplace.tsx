import { useEffect, useState } from 'preact/hooks'
import type { Address } from './address.ts'
import { useNow } from './clock.ts'
import { Help } from './Dialog.tsx'
import { type Connection, useLive } from './live.ts'
import { go, useAddress } from './navigation.ts'
import { nextAfter, wantedOf } from './queue/list.ts'
import { Queue } from './queue/Queue.tsx'
import { type Overview, overdueIn, useOverview, useQueue } from './queue/useQueue.ts'
import { useShortcuts } from './shortcuts.ts'
import { useReading, useSurroundings } from './surroundings.ts'
import type { Outbox } from './thread/outbox.ts'
import { TicketView } from './thread/TicketView.tsx'

/** Something told in passing. */
export interface Said {
  text: string
  tone: 'plain' | 'bad'
}

interface WorkplaceProps {
  outbox: Outbox
  said: Said | undefined
  /** Takes back what was said: it was about another ticket. */
  onHush(): void
  onLogOut(): void
}

/** Head, list, thread and context. */
export function Workplace({ outbox, said, onHush, onLogOut }: WorkplaceProps) {
  const { words } = useReading()
  const { say } = useSurroundings()
  const address = useAddress()
  const queue = useQueue(address.list, address.q)
  const overview = useOverview()
  const [help, setHelp] = useState(false)
  useEffect(onHush, [address.ticketId])
  useShortcuts({
    j: () => {
      const next = nextAfter(queue.page.tickets, address.ticketId)
      if (next) go({ ticketId: next, about: false })
      else say(words.noNext)
    },
    '/': () => document.getElementById('desk-search')?.focus(),
    '?': () => setHelp(true),
  })
  return (
    <div class={`desk ${address.ticketId ? (address.about ? 'at-context' : 'at-thread') : 'at-queue'}`}>
      <Head overview={overview} onHelp={() => setHelp(true)} onLogOut={onLogOut} />
      <Strips overview={overview} address={address} />
      <Queue address={address} queue={queue} overview={overview} />
      {address.ticketId ? (
        <TicketView key={address.ticketId} id={address.ticketId} outbox={outbox} />
      ) : (
        <main class="thread none">
          <h1>{words.pickTitle}</h1>
          <p class="soft">{words.pickOne}</p>
        </main>
      )}
      <div class="says" role="status">
        {said && <p class={said.tone}>{said.text}</p>}
      </div>
      {help && <Help onClose={() => setHelp(false)} />}
    </div>
  )
}

interface HeadProps {
  overview: Overview
  onHelp(): void
  onLogOut(): void
}

function Head({ overview, onHelp, onLogOut }: HeadProps) {
  const { words, switchLanguage } = useReading()
  const { clerk } = useSurroundings()
  const overdue = overdueIn(overview.waiting.tickets, useNow())
  useTitleCount(overview.waiting.total)
  return (
    <header class="head">
      <strong class="brand">{words.product}</strong>
      <span class="head-name">{words.desk}</span>
      <span class="head-counts">
        <span>{words.load(overview.mine)}</span>
        {overdue > 0 && <span class="overdue">{words.overdueCount(overdue)}</span>}
      </span>
      <span class="head-end">
        <span class="head-clerk">{clerk.name}</span>
        <button type="button" class="button quiet head-help" onClick={onHelp}>
          {words.help} <kbd>?</kbd>
        </button>
        <button type="button" class="button quiet" onClick={switchLanguage}>
          {words.language}
        </button>
        <button type="button" class="button quiet" onClick={onLogOut}>
          {words.logout}
        </button>
      </span>
    </header>
  )
}

/** The number of waiting tickets, to be read on the browser's tab. */
function useTitleCount(waiting: number): void {
  const { words } = useReading()
  useEffect(() => {
    document.title = `${waiting ? `(${waiting}) ` : ''}${words.product} · ${words.desk}`
  }, [waiting, words])
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
        {connection === 'down' && <p class="strip">{navigator.onLine ? words.reconnecting : words.offline}</p>}
      </div>
    </div>
  )
}

function alarmWords(summary: string): string {
  const { topic, words } = wantedOf(summary)
  return topic ?? words
}
