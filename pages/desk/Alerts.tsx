import { useEffect, useState } from 'preact/hooks'
import type { Alert } from '../../bot/types.ts'
import { useLive } from './live.ts'
import { useReading, useSurroundings } from './surroundings.ts'
import { useSending } from './useSending.ts'

/** For managers: many homes with one matter, somebody who speaks of blocking the gate, an overdue 12345 order. */
export function Alerts() {
  const { clerk } = useSurroundings()
  return clerk.role === 'staff' ? null : <OpenAlerts />
}

function OpenAlerts() {
  const { words } = useReading()
  const { calls, intentTitle } = useSurroundings()
  const text = words.day.alerts
  const [alerts, setAlerts] = useState<Alert[]>([])
  const load = () => {
    calls.intake.alerts().then(
      (read) => setAlerts(read.alerts),
      // The strip beside says when the server is away.
      () => undefined,
    )
  }
  useEffect(load, [calls])
  useLive('alerts', load)
  useLive('resync', load)
  const { busy, send } = useSending(load)
  const wordsOf = ({ kind, homes, matter }: Alert): string => {
    switch (kind) {
      case 'homes':
        return text.homes(homes, intentTitle(matter))
      case 'blockade':
        return text.blockade
      case 'callbacks':
        return text.callbacks(homes)
      case 'hotline':
        return words.after.hotline.alert(matter)
      default:
        return kind satisfies never
    }
  }
  const [first] = alerts
  if (!first) return null
  return (
    <p class="strip">
      <span>
        {wordsOf(first)}
        {alerts.length > 1 && <small> · {words.alarmMore(alerts.length - 1)}</small>}
      </span>
      <button
        type="button"
        class="button"
        disabled={busy}
        onClick={() => send(() => calls.intake.alertSeen(first.id).then(() => undefined))}
      >
        {text.seen}
      </button>
    </p>
  )
}
