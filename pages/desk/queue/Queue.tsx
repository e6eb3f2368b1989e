import { useRef, useState } from 'preact/hooks'
import { type Address, LISTS, type ListName } from '../address.ts'
import { Incidents } from '../incidents/Incidents.tsx'
import { go } from '../navigation.ts'
import { SearchBox } from '../SearchBox.tsx'
import { useReading } from '../surroundings.ts'
import type { Words } from '../words.ts'
import { hasMore, type ShownRow, steadyRows } from './list.ts'
import { Row } from './Row.tsx'
import type { Overview, Queue as QueueState } from './useQueue.ts'

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
      </div>
      <div class="tabs">
        {LISTS.map((list) => (
          <button key={list} type="button" aria-pressed={address.list === list} onClick={() => go({ list }, 'replace')}>
            {nameOf(list, words)}
            {counts[list] ? <span class="count">{counts[list]}</span> : null}
          </button>
        ))}
      </div>
      <Rows key={`${address.list} ${address.q}`} address={address} queue={queue} />
    </nav>
  )
}

function nameOf(list: ListName, words: Words): string {
  switch (list) {
    case 'mentioned':
      return words.talk.mentioned
    case 'team':
    case 'overdue':
    case 'unanswered':
      return words.handing[list]
    default:
      return words[list]
  }
}

function Rows({ address, queue }: Pick<QueueProps, 'address' | 'queue'>) {
  const { words } = useReading()
  const { page, pages, state } = queue
  const [held, setHeld] = useState(false)
  const shown = useRef<ShownRow[]>([])
  shown.current = steadyRows(shown.current, page.tickets, held)
  const waiting = page.tickets.length - shown.current.filter((row) => !row.left).length
  const several = new Set(page.tickets.map((row) => row.community)).size > 1
  if (!shown.current.length) return <Nothing address={address} queue={queue} />
  return (
    <div
      class="rows"
      onPointerEnter={(event) => setHeld(event.pointerType === 'mouse')}
      onPointerLeave={() => setHeld(false)}
    >
      {state === 'failed' && <Failed onRetry={queue.reload} />}
      {waiting > 0 && (
        <button type="button" class="fresh" onClick={() => setHeld(false)}>
          {words.fresh(waiting)}
        </button>
      )}
      <ul>
        {shown.current.map((row) => (
          <Row
            key={row.row.id}
            shown={row}
            current={row.row.id === address.ticketId}
            {...(several ? { compound: row.row.community } : {})}
          />
        ))}
      </ul>
      {hasMore(page, pages) && (
        <button type="button" class="button wide" onClick={queue.more}>
          {words.more(page.total - page.tickets.length)}
        </button>
      )}
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
