import { useEffect, useRef } from 'preact/hooks'
import type { Callback, WorkOrder } from '../../../bot/types.ts'
import { dayAndTime } from '../../shared/time.ts'
import { placeOf } from '../places.ts'
import { NotThere } from '../rooms/parts.tsx'
import { useRecord } from '../rooms/useRecord.ts'
import { usePick, useReading, useSurroundings } from '../surroundings.ts'

interface RecordPickerProps {
  community: string
  orders: readonly WorkOrder[]
  ticketId?: string | undefined
  onPick(record: string): void
}

/** Calls promised to the owner, their work orders and the compound's status entries, to be linked with what is said. */
export function RecordPicker({ community, orders, ticketId, onPick }: RecordPickerProps) {
  const { words, language } = useReading()
  const pick = usePick()
  const { calls } = useSurroundings()
  const board = useRecord(community, () => calls.board.read(community))
  const promised = usePromised(ticketId)
  const text = words.rooms.guard
  const list = useRef<HTMLUListElement>(null)
  // It unfolds at the end of a thread, where the box below would hide it.
  useEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), [board.state])
  if (!board.value) return <NotThere of={board} />
  const { entries, topics } = board.value
  const topicOf = (id: string) => topics.find((topic) => topic.id === id)?.title
  const records = [
    ...promised.map(({ id, by, dueAt, matter }) => ({
      id,
      kind: `${text.callback} · ${words.day.owed.promisedBy(by)}`,
      says: [dayAndTime(new Date(dueAt), new Date(), language), matter].filter(Boolean).join(' · '),
    })),
    ...orders.map((order) => ({
      id: order.number,
      kind: `${text.workOrder} ${order.number}`,
      says: [order.slots.what, words.workOrderStates[order.state], visitOf(order, language)]
        .filter(Boolean)
        .join(' · '),
    })),
    ...entries.map((entry) => {
      const topic = topicOf(entry.topic)
      const where = placeOf(entry.scope, words.everywhere, language)
      return {
        id: entry.id,
        kind: `${text.statusEntry} · ${topic ? pick(topic) : entry.topic} · ${where}`,
        says: [pick(entry.state), entry.announced && pick(entry.announced.text)].filter(Boolean).join(' · '),
      }
    }),
  ]
  if (!records.length) return <p>{text.linkNone}</p>
  return (
    <>
      <p class="small">{text.linkLead}</p>
      <ul ref={list} class="record-picker">
        {records.map(({ id, kind, says }) => (
          <li key={id}>
            <button type="button" onClick={() => onPick(id)}>
              <span class="soft small">{kind}</span>
              <span>{says}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Calls of this ticket that are still owed; one that was made backs nothing that is to come. */
function usePromised(ticketId: string | undefined): Callback[] {
  const { calls } = useSurroundings()
  const none = { callbacks: [] }
  const read = useRecord(`callbacks ${ticketId ?? ''}`, () =>
    ticketId === undefined ? Promise.resolve(none) : calls.callbacks.ofTicket(ticketId),
  )
  return (read.value ?? none).callbacks.filter(({ doneAt }) => !doneAt)
}

const visitOf = ({ scheduledFor }: WorkOrder, language: 'zh' | 'en') =>
  scheduledFor && dayAndTime(new Date(scheduledFor), new Date(), language)
