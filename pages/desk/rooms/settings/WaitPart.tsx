import { useReading } from '../../surroundings.ts'
import { TextField } from '../parts.tsx'
import type { SettingsDraft } from './settingsDraft.ts'

const PRIORITIES = ['emergency', 'high', 'normal'] as const

interface WaitProps {
  draft: SettingsDraft
  onChange(part: Partial<SettingsDraft>): void
}

/** In how many minutes somebody answers, and how sure the bot has to be to do so itself. */
export function WaitPart({ draft, onChange }: WaitProps) {
  const { words } = useReading()
  const text = words.learning.settings
  return (
    <>
      <p class="hint">{text.waitsHint}</p>
      <div class="settings-grid">
        {PRIORITIES.map((priority) => (
          <TextField
            key={priority}
            type="number"
            label={text.answerWithin[priority]}
            value={draft.answerWithin[priority]}
            onChange={(minutes) => onChange({ answerWithin: { ...draft.answerWithin, [priority]: minutes } })}
          />
        ))}
        <TextField label={text.precision} value={draft.precision} onChange={(precision) => onChange({ precision })} />
      </div>
    </>
  )
}
