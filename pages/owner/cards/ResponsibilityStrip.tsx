import type { ComponentChildren } from 'preact'
import type { LegalNote, Responsibility } from '../../../bot/types.ts'
import { TextParts } from '../../shared/TextParts.tsx'
import { CallButton } from '../CallButton.tsx'
import { useCardWords } from './words.ts'

/** Who answers for it, what we can do, what the owner can do now; our limits and the law only for who asks. */
export function ResponsibilityStrip({ who, can, cannot, next, law, phone }: Responsibility) {
  const words = useCardWords()
  const tap = [cannot.length ? words.cannot : '', law.length ? words.law : ''].filter(Boolean).join(words.and)
  return (
    <section class="responsibility" aria-label={words.responsibility}>
      <dl>
        <Row name={words.who}>
          <b>{who}</b>
        </Row>
        {can.length > 0 && <Row name={words.can}>{can.join(words.between)}</Row>}
        {next && (
          <Row name={words.doNow}>
            <TextParts text={next} />
          </Row>
        )}
      </dl>
      {phone && <CallButton phone={phone} />}
      {tap && (
        <details class="law">
          <summary>{tap}</summary>
          {cannot.length > 0 && (
            <p>
              <span class="soft">{words.cannot}</span> {cannot.join(words.between)}
            </p>
          )}
          {law.map((note) => (
            <Law key={note.cite} {...note} />
          ))}
        </details>
      )}
    </section>
  )
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="responsibility-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Law({ cite, inForce, says }: LegalNote) {
  const words = useCardWords()
  return (
    <p>
      <b>{cite}</b> <span class="soft">{words.inForce(inForce)}</span>
      <br />
      {says}
    </p>
  )
}
