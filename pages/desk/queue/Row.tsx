import type { TicketRow } from '../../../bot/types.ts'
import { shortTime } from '../../shared/time.ts'
import { lengthOf, tickingLength, useNow } from '../clock.ts'
import { MoodIcon } from '../Icons.tsx'
import { addressAfter, follow } from '../navigation.ts'
import { Said } from '../said/Said.tsx'
import { useReading, useSurroundings } from '../surroundings.ts'
import { type ShownRow, wantedOf } from './list.ts'

interface RowProps {
  shown: ShownRow
  current: boolean
  /** Told where several compounds are served. */
  compound?: string
}

/** A ticket in the list: who and where, what is wanted, how long it has waited and when it is due. */
export function Row({ shown: { row, left }, current, compound }: RowProps) {
  const { words } = useReading()
  const { topic, words: wanted } = wantedOf(row.summary)
  const there = { ticketId: row.id, about: false }
  return (
    <li class={`row ${row.priority} ${left ? 'left' : ''}`}>
      <a href={addressAfter(there)} aria-current={current ? 'true' : undefined} onClick={follow(there)}>
        <span class="row-line">
          <PriorityMark priority={row.priority} />
          <strong class="row-who">
            <Said text={row.home ?? words.noHome} />
          </strong>
          {row.mentioned && <span class="mark called">{words.talk.calledMark}</span>}
          <Waited row={row} />
        </span>
        <span class="row-wanted">
          {topic && <span class="topic">{topic}</span>}
          <Said text={wanted} />
        </span>
        <span class="row-line small">
          <MoodMark row={row} />
          <span>{words.channels[row.channel]}</span>
          {compound && <span class="row-compound">{compound}</span>}
          <span class="row-end">{left ? words.leftList : <Due row={row} />}</span>
        </span>
      </a>
    </li>
  )
}

export function PriorityMark({ priority }: Pick<TicketRow, 'priority'>) {
  const { words } = useReading()
  if (priority === 'normal') return null
  return <span class={`mark ${priority}`}>{words.priorities[priority]}</span>
}

function MoodMark({ row: { mood } }: { row: TicketRow }) {
  const { words } = useReading()
  return (
    <span class={`mood ${mood}`}>
      <MoodIcon mood={mood} />
      {words.moods[mood]}
    </span>
  )
}

/** As the owner feels it: since their oldest word that no person has answered; what the bot says does not reset it. */
function Waited({ row }: { row: TicketRow }) {
  const { words } = useReading()
  const now = useNow()
  const since = row.waitingSince ?? (row.stage === 'waiting' ? row.createdAt : undefined)
  if (row.stage === 'resolved' || since === undefined) return null
  const length = tickingLength(now - Date.parse(since), words)
  return (
    <span class="row-waited">{row.stage === 'waiting' ? words.waited(length) : words.handing.ownerWaits(length)}</span>
  )
}

function Due({ row }: { row: TicketRow }) {
  const { words, language } = useReading()
  const { clerk } = useSurroundings()
  const now = useNow()
  if (row.resolvedAt) return <>{words.closedAt(shortTime(new Date(row.resolvedAt), new Date(now), language))}</>
  if (row.stage === 'staff')
    return <>{row.assignee === clerk.name ? words.heldByMe : words.heldBy(row.assignee ?? words.staff)}</>
  return <DueTime dueAt={row.dueAt} />
}

/** Time left to answer, or how long it is overdue. */
export function DueTime({ dueAt }: { dueAt: string }) {
  const { words } = useReading()
  const left = Date.parse(dueAt) - useNow()
  if (left < 0) return <span class="overdue">{words.overdue(lengthOf(-left, words))}</span>
  return <span class="due">{words.dueIn(lengthOf(left, words))}</span>
}
