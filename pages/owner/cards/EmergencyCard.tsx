import type { Phone } from '../../../bot/types.ts'
import { TextParts } from '../../shared/TextParts.tsx'
import { CallButton } from '../CallButton.tsx'
import { Icon } from '../Icon.tsx'
import { useWords } from '../words.ts'
import { instructionOf } from './emergencySteps.ts'

/** What to do now, the numbers to tap, then the steps; questions come last. */
export function EmergencyCard({ steps, phones }: { steps: string[]; phones: Phone[] }) {
  const { words } = useWords()
  const instruction = instructionOf(steps)
  return (
    <section class="card emergency" aria-label={words.emergency}>
      <p class="emergency-title">
        <Icon name="warning" />
        {words.emergency}
      </p>
      <p class="emergency-step emergency-lead">
        <TextParts text={instruction.lead} />
      </p>
      {phones.length > 0 && (
        <div class="emergency-calls">
          {phones.map((phone) => (
            <CallButton key={phone.number} phone={phone} urgent />
          ))}
        </div>
      )}
      {instruction.steps.length > 0 && (
        <ol aria-label={words.emergencySteps}>
          {instruction.steps.map((step) => (
            <li key={step} class="emergency-step">
              <TextParts text={step} />
            </li>
          ))}
        </ol>
      )}
      {instruction.after.map((line) => (
        <p key={line} class={instruction.steps.length ? 'emergency-after' : 'emergency-step'}>
          <TextParts text={line} />
        </p>
      ))}
    </section>
  )
}
