import type { Responsibility } from '../../../bot/types.ts'
import { TextParts } from '../../shared/TextParts.tsx'
import { useReading } from '../surroundings.ts'
import { None } from './facts.tsx'

/** Who answers for it, what staff can and cannot do; the law behind a tap. */
export function ResponsibilityFacts({ responsibility }: { responsibility: Responsibility | null }) {
  const { words } = useReading()
  if (!responsibility) return <None>{words.responsibilityNone}</None>
  const { who, phone, can, cannot, next, law } = responsibility
  return (
    <>
      <p class="wanted">{who}</p>
      {phone && (
        <p>
          {phone.label} <TextParts text={phone.number} />
        </p>
      )}
      <Lines title={words.can} sign="✓" lines={can} />
      <Lines title={words.cannot} sign="✕" lines={cannot} />
      {next && <Lines title={words.next} sign="→" lines={[next]} />}
      {law.length > 0 && (
        <details class="law">
          <summary>
            {words.law} <span class="count">{law.length}</span>
          </summary>
          {law.map((note) => (
            <p key={note.cite}>
              <strong>{note.cite}</strong> <span class="soft small">{words.inForce(note.inForce)}</span>
              <br />
              {note.says}
            </p>
          ))}
        </details>
      )}
    </>
  )
}

function Lines({ title, sign, lines }: { title: string; sign: string; lines: readonly string[] }) {
  if (!lines.length) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="signed">
        {lines.map((line) => (
          <li key={line}>
            <span aria-hidden="true">{sign}</span>
            <span>
              <TextParts text={line} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
