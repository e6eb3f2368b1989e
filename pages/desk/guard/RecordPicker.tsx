import { useEffect, useRef } from 'preact/hooks'
import type { WorkOrder } from '../../../bot/types.ts'
import { dayAndTime } from '../../shared/time.ts'
import { placeOf } from '../places.ts'
import { NotThere } from '../rooms/parts.tsx'
import { useRecord } from '../rooms/useRecord.ts'
import { usePick, useReading, useSurroundings } from '../surroundings.ts'

interface RecordPickerProps {
  community: string
  orders: readonly WorkOrder[]
  onPick(record: string): void
}

/** The compound's status entries and the owner's work orders, to be linked with what is said. */
export function RecordPicker({ community, orders, onPick }: RecordPickerProps) {
  const { words, language } = useReading()
  const pick = usePick()
  const { calls } = useSurroundings()
  const board = useRecord(community, () => calls.board.read(community))
  const text = words.rooms.guard
  const list = useRef<HTMLUListElement>(null)
  // It unfolds at the end of a thread, where the box below would hide it.
  useEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), [board.state])
  if (!board.value) return <NotThere of={board} />
  const { entries, topics } = board.value
  const topicOf = (id: string) => topics.find((topic) => topic.id === id)?.title
  const records = [
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

const visitOf = ({ scheduledFor }: WorkOrder, language: 'zh' | 'en') =>
  scheduledFor && dayAndTime(new Date(scheduledFor), new Date(), language)
