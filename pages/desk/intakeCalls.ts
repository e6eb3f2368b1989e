import type { IntakeDone, IntakeNote, IntakeSuggestion } from '../../bot/types.ts'
import type { Lines } from './roomCalls.ts'

export const intakeCalls = ({ post }: Lines) => ({
  /** Nothing is stored. */
  suggest: (community: string, text: string) => post<IntakeSuggestion>('intake/suggest', { community, text }),
  take: (note: IntakeNote) => post<IntakeDone>('intake', note),
})
