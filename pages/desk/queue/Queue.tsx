import { useRef, useState } from 'preact/hooks'
import { type Address, LISTS, type ListName } from '../address.ts'
import { Incidents } from '../incidents/Incidents.tsx'
import { go } from '../navigation.ts'
import { CompoundPicker } from '../rooms/CompoundPicker.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { useReading } from '../surroundings.ts'
import { type ShownRow, steadyRows } from './list.ts'
import { listName } from './names.ts'
import { Row } from './Row.tsx'
import type { Overview, Queue as QueueState } from './useQueue.ts'
import { useScroll } from './useScroll.ts'

interface QueueProps {
  address: Address
  queue: QueueState
  overview: Overview
}

/** The list of tickets with its tabs and search box. */
export function Queue({ address, queue, overview }: QueueProps) {
  const { words } = useReading()
  const counts: Partial<Record<ListName, number>> = {
    waiting: overview.waiting.total,
    mine: overview.mine,
    mentioned: overview.mentioned,
    overdue: overview.overdue,
  }
  return (
    <nav class="queue" aria-label={words.queue}>
      <div class="queue-top">
        <Incidents />
        <SearchBox q={address.q} label={words.search} />
        <CompoundPicker
          chosen={address.community}
          all={words.rooms.all}
          onChoose={(community) => go({ community }, 'replace')}
        />
      </div>
      <div class="tabs">
        {LISTS.map((list) => (
          <button key={list} type="button" aria-pressed={address.list === list} onClick={() => go({ list }, 'replace')}>
            {listName(list, words)}
            {counts[list] ? <span class="count">{counts[list]}</span> : null}
          </button>
        ))}
      </div>
      <Rows key={`${address.list} ${address.community} ${address.q}`} address={address} queue={queue} />
    </nav>
  )
}

function Rows({ address, queue }: Pick<QueueProps, 'address' | 'queue'>) {
  const { words } = useReading()
  const { page, span, before, state } = queue
  const [held, setHeld] = useState(false)
  const shown = useRef<{ from: number; rows: ShownRow[] }>({ from: span.from, rows: [] })
  // Elsewhere in the list nothing has been in its place yet.
  const kept = shown.current.from === span.from ? shown.current.rows : []
  shown.current = { from: span.from, rows: steadyRows(kept, page.tickets, held) }
  const { rows } = shown.current
  const waiting = page.tickets.length - rows.filter((row) => !row.left).length
  const several = new Set(page.tickets.map((row) => row.community)).size > 1
  const scroll = useScroll(queue, rows.length)
  if (!rows.length) return <Nothing address={address} queue={queue} />
  return (
    <div
      ref={scroll.box}
      class="rows"
      onScroll={scroll.onScroll}
      onPointerEnter={(event) => setHeld(event.pointerType === 'mouse')}
      onPointerLeave={() => setHeld(false)}
    >
      {state === 'failed' && <Failed onRetry={queue.reload} />}
      {waiting > 0 && (
        <button type="button" class="fresh" onClick={() => setHeld(false)}>
          {words.fresh(waiting)}
        </button>
      )}
      <div style={{ height: `${scroll.above}px` }} />
      <ul ref={scroll.list} aria-label={words.talk.rowsOf(before + 1, before + rows.length, page.total)}>
        {rows.map((row) => (
          <Row
            key={row.row.id}
            shown={row}
            current={row.row.id === address.ticketId}
            {...(several ? { compound: row.row.community } : {})}
          />
        ))}
      </ul>
      <div style={{ height: `${scroll.below}px` }} />
    </div>
  )
}

function Failed({ onRetry }: { onRetry(): void }) {
  const { words } = useReading()
  return (
    <div class="empty" role="alert">
      <p>{words.queueFailed}</p>
      <button type="button" class="button" onClick={onRetry}>
        {words.retry}
      </button>
    </div>
  )
}

function Nothing({ address: { list, q }, queue }: Pick<QueueProps, 'address' | 'queue'>) {
  const { words } = useReading()
  if (queue.state === 'loading') return <p class="empty soft">{words.loading}</p>
  if (queue.state === 'failed') return <Failed onRetry={queue.reload} />
  const none = {
    waiting: words.emptyWaiting,
    mine: words.emptyMine,
    mentioned: words.talk.emptyMentioned,
    team: words.handing.emptyTeam,
    overdue: words.handing.emptyOverdue,
    unanswered: words.handing.emptyUnanswered,
    open: words.emptyOpen,
    resolved: words.emptyResolved,
  }[list]
  if (!q) return <p class="empty soft">{none}</p>
  const others = (['open', 'resolved'] as const).filter((other) => other !== list)
  return (
    <div class="empty">
      <p class="soft">{words.emptySearch(q)}</p>
      {others.map((other) => (
        <button key={other} type="button" class="button" onClick={() => go({ list: other }, 'replace')}>
          {words.searchIn(words[other])}
        </button>
      ))}
    </div>
  )
}
