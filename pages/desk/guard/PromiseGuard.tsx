import { useState } from 'preact/hooks'
import type { WorkOrder } from '../../../bot/types.ts'
import { useReading } from '../surroundings.ts'
import type { HeldBack } from './heldBack.ts'
import { RecordPicker } from './RecordPicker.tsx'

interface PromiseGuardProps {
  held: HeldBack
  /** Id of the compound whose records may back the words. */
  community: string
  /** Of the owner who is spoken to. */
  orders: readonly WorkOrder[]
  /** The ticket at which calls may have been promised. */
  ticketId?: string
  /** What becomes of words that go out all the same. */
  more: string
  onChange(): void
  /** With the id of a status entry or a promised call, or the number of a work order. */
  onRecord(record: string): void
  onConfirm(): void
}

/** Words that promise what no record holds: change them, link the record, or answer for them oneself. */
export function PromiseGuard(props: PromiseGuardProps) {
  const { held, community, orders, ticketId, more, onChange, onRecord, onConfirm } = props
  const { words } = useReading()
  const text = words.rooms.guard
  const [picking, setPicking] = useState(false)
  return (
    <div class="guard" role="alert">
      <p>
        {text.title}
        {words.colon}
        {held.phrases.map((phrase) => (
          <mark key={phrase}>{phrase}</mark>
        ))}
      </p>
      <div class="buttons">
        <button type="button" class="button main" onClick={onChange}>
          {text.change}
        </button>
        <button type="button" class="button" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          {text.link}
        </button>
        {held.confirmToken && (
          <button type="button" class="button" onClick={onConfirm}>
            {text.send}
          </button>
        )}
      </div>
      {picking ? (
        <RecordPicker community={community} orders={orders} ticketId={ticketId} onPick={onRecord} />
      ) : (
        held.confirmToken && <p class="small">{more}</p>
      )}
    </div>
  )
}
