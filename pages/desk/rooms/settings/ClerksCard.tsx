import { useReading } from '../../surroundings.ts'

/** One page that hangs beside the clerk's screen; it is printed alone. */
export function ClerksCard() {
  const { words } = useReading()
  const text = words.learning.settings
  const print = () => {
    document.body.classList.add('print-card')
    window.print()
    document.body.classList.remove('print-card')
  }
  return (
    <section class="card learning-part clerks-card" aria-label={text.card}>
      <h2>{text.card}</h2>
      <ol>
        {text.cardLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <button type="button" class="button" onClick={print}>
        {text.cardPrint}
      </button>
    </section>
  )
}
