import type { Card, CardStep } from '../../../bot/types.ts'
import { TextParts } from '../../shared/TextParts.tsx'
import { CallButton } from '../CallButton.tsx'
import { Icon } from '../Icon.tsx'
import { useCardWords } from './words.ts'

type Status = Extract<Card, { kind: 'status' }>

/** Where a matter stands: the state in one line, what was done by whom on which day, and as of when. */
export function StatusCard({ topic, place, headline, date, urged, steps, asOf, source, stale, phone }: Status) {
  const words = useCardWords()
  return (
    <section class="card status" aria-label={`${topic} ${place}`}>
      <p class="card-topic">
        <b>{topic}</b>
        <span>{place}</span>
      </p>
      <p class="status-headline">
        <TextParts text={headline} />
      </p>
      {date && (
        <p class="status-date">
          <TextParts text={date} />
        </p>
      )}
      {stale && (
        <p class="stale">
          <Icon name="warning" />
          {stale}
        </p>
      )}
      {urged && <p class="status-urged">{urged}</p>}
      {steps.length > 0 && (
        <ol class="steps" aria-label={words.steps}>
          {steps.map((step, index) => (
            <Step key={`${index} ${step.day} ${step.text}`} {...step} />
          ))}
        </ol>
      )}
      <p class="as-of">{words.asOf(asOf, source)}</p>
      {phone && <CallButton phone={phone} />}
    </section>
  )
}

function Step({ day, text, by, state }: CardStep) {
  const words = useCardWords()
  return (
    <li class={`step step-${state}`}>
      <span class="step-mark" aria-hidden="true">
        {state === 'done' && <Icon name="tick" />}
      </span>
      <span class="unseen">{words[state]}</span>
      <span class="step-day">{day || words[state]}</span>
      <span class="step-text">
        <TextParts text={text} />
        {by && <small>{by}</small>}
      </span>
    </li>
  )
}
