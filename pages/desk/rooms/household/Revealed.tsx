import { useState } from 'preact/hooks'
import { SaidParts } from '../../said/Said.tsx'
import { useReading } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'

interface RevealedProps {
  masked: string
  /** Asks for what stands behind the mask; whoever looks is kept. */
  look(): Promise<string>
}

/** Hidden until somebody means to see it. */
export function Revealed({ masked, look }: RevealedProps) {
  const { words } = useReading()
  const [whole, setWhole] = useState<string>()
  const { busy, problem, send } = useSending(setWhole)
  return (
    <>
      <span role="status">
        <SaidParts text={whole ?? masked} />
      </span>{' '}
      {whole === undefined && (
        <button type="button" class="button quiet" disabled={busy} onClick={() => send(look)}>
          {words.after.visits.reveal}
        </button>
      )}
      {problem && <span role="alert">{problem.title}</span>}
    </>
  )
}
