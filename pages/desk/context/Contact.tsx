import { SaidParts } from '../said/Said.tsx'
import { useReading } from '../surroundings.ts'
import { useReveal } from '../useReveal.ts'

/** The number that the owner gave. */
export function Contact({ ticketId, masked }: { ticketId: string; masked: string }) {
  const { words } = useReading()
  const { shown, look } = useReveal(ticketId, { field: 'contact' })
  if (shown) return <SaidParts text={shown.text} />
  return (
    <>
      <SaidParts text={masked} />{' '}
      <button type="button" class="link small" title={words.talk.lookNoted} onClick={look}>
        {words.talk.showNumber}
      </button>
    </>
  )
}
