import type { Alert, IntakeDone, IntakeNote, IntakeSuggestion } from '../../bot/types.ts'
import type { Lines } from './roomCalls.ts'

export const intakeCalls = ({ get, post }: Lines) => ({
  /** Nothing is stored. */
  suggest: (community: string, text: string) => post<IntakeSuggestion>('intake/suggest', { community, text }),
  take: (note: IntakeNote) => post<IntakeDone>('intake', note),
  /** Those that no manager has taken note of. */
  alerts: () => get<{ alerts: Alert[] }>('alerts?open=1'),
  alertSeen: (id: string) => post<Alert>(`alerts/${encodeURIComponent(id)}/seen`),
})

/** Work orders and tickets of this month as an Excel file; opened by the browser itself. */
export const ledgerAddress = (community: string): string =>
  `/api/desk/ledger.xlsx${community ? `?${new URLSearchParams({ community })}` : ''}`
