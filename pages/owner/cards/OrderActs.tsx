import { useCardWords } from './words.ts'

interface OrderActsProps {
  number: string
  onSend(text: string, choice: string): void
}

/** What an owner does with an open work order: urge it, or take it back. */
export function OrderActs({ number, onSend }: OrderActsProps) {
  const words = useCardWords()
  return (
    <>
      <button
        type="button"
        class="button-outline"
        onClick={() => onSend(words.urgeText(number), `order:urge:${number}`)}
      >
        {words.urge}
      </button>
      <button
        type="button"
        class="button-outline"
        onClick={() => onSend(words.callOffText(number), `order:withdraw:${number}`)}
      >
        {words.callOff}
      </button>
    </>
  )
}
