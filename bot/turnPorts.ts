import type { Live, Store } from './ports.ts'
import type {
  Catalogue,
  Classifier,
  Clock,
  FindEmergency,
  FindEntities,
  Handlers,
  HintsIn,
  Home,
  Hours,
  Locale,
  PlainWords,
  ReadTone,
  SecondOpinion,
} from './types.ts'

/** What the turn is given by `main`; it imports none of it. */
export interface TurnPorts {
  store: Store
  live: Live
  classifier: () => Classifier
  findEmergency: FindEmergency
  plainWords: PlainWords
  hintsIn: HintsIn
  findEntities: FindEntities
  readTone: ReadTone
  toSimplified(text: string): string
  formatHome(home: Home, locale: Locale): string
  maskPhone(phone: string): string
  /** Asked for messages below the answer threshold, where the operator runs one. */
  secondOpinion?: SecondOpinion
  handlers: Handlers
  catalogue: Catalogue
  hours: Hours
  clock: Clock
  /** An error that was answered with a person; for the log. */
  report(error: unknown, conversationId: string): void
}
