import type { Settings } from '../../learningCalls.ts'
import { usePick, useReading } from '../../surroundings.ts'
import { TextField } from '../parts.tsx'
import type { SettingsDraft } from './settingsDraft.ts'

interface FactsProps {
  kept: Settings['facts']
  facts: SettingsDraft['facts']
  onChange(facts: SettingsDraft['facts']): void
}

/** Phones, fees and places that answers are filled with. */
export function FactsPart({ kept, facts, onChange }: FactsProps) {
  const { words } = useReading()
  const pick = usePick()
  const text = words.learning.settings
  return (
    <div class="settings-grid">
      {kept.map(({ key, name, value }) => {
        const now = facts[key] ?? value ?? { zh: '', en: '' }
        const set = (part: object) => onChange({ ...facts, [key]: { ...now, ...part } })
        const phone = key.startsWith('phone.')
        return (
          <div key={key} class="fact">
            <TextField
              label={pick(name)}
              value={now.zh}
              onChange={(zh) => set(phone ? { zh, en: zh } : { zh })}
              hint={now.zh ? undefined : text.missing}
            />
            {!phone && <TextField label={`${pick(name)} · English`} value={now.en} onChange={(en) => set({ en })} />}
          </div>
        )
      })}
    </div>
  )
}
