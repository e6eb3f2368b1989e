import { useState } from 'preact/hooks'
import { Dialog } from '../Dialog.tsx'
import { useReading } from '../surroundings.ts'
import type { NoticeChoice } from './choice.ts'
import { chime } from './sound.ts'
import { hindrance } from './support.ts'

interface NoticeSettingsProps {
  choice: NoticeChoice
  onChoose(choice: NoticeChoice): void
  onClose(): void
}

/** Where a clerk asks for notices; the browser is asked for its leave only by this button. */
export function NoticeSettings({ choice, onChoose, onClose }: NoticeSettingsProps) {
  const { words } = useReading()
  const text = words.notices
  const [hindered, setHindered] = useState(hindrance)
  const turnOn = async () => {
    await Notification.requestPermission()
    setHindered(hindrance())
    if (Notification.permission === 'granted') onChoose({ ...choice, on: true })
  }
  const on = choice.on && !hindered
  return (
    <Dialog title={text.title} onClose={onClose}>
      <div class="asking">
        <p>{text.lead}</p>
        <p class="soft">{text.private}</p>
        <p role="status">{hindered ? text.hindered[hindered] : on ? text.isOn : text.isOff}</p>
        {on && (
          <label class="check">
            <input
              type="checkbox"
              checked={choice.sound}
              onChange={({ currentTarget: { checked } }) => {
                onChoose({ on: true, sound: checked })
                if (checked) chime()
              }}
            />
            {text.sound}
          </label>
        )}
        <div class="buttons end">
          {on ? (
            <button type="button" class="button" onClick={() => onChoose({ on: false, sound: false })}>
              {text.turnOff}
            </button>
          ) : (
            <button
              type="button"
              class="button main"
              disabled={hindered === 'insecure' || hindered === 'unable'}
              onClick={turnOn}
            >
              {text.turnOn}
            </button>
          )}
        </div>
      </div>
    </Dialog>
  )
}
