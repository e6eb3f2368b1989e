import { useState } from 'preact/hooks'
import type { ProblemError } from '../../shared/api/problem.ts'
import type { Lesson, TicketMove } from '../calls.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import type { OpenTicket } from './useTicket.ts'

/** The moves that are asked about before they are made. */
export type Asked = 'resolve' | 'return-to-bot'

export interface Moves {
  busy: boolean
  claim(): void
  release(): void
  /** Puts the question; undefined takes it back. */
  ask(asked: Asked | undefined): void
  asked: Asked | undefined
  /** `lesson`: of a resolve alone. */
  end(how: Asked, lesson?: Lesson): void
}

/** Takes a ticket, puts it back, ends it; says what became of it. */
export function useMoves(id: string, open: OpenTicket): Moves {
  const { calls, say } = useSurroundings()
  const { words } = useReading()
  const [busy, setBusy] = useState(false)
  const [asked, ask] = useState<Asked>()
  const move = (what: TicketMove, done: string, lesson?: Lesson) => {
    if (busy) return
    setBusy(true)
    calls
      .move(id, what, lesson)
      .then(
        (ticket) => {
          open.take(ticket)
          say(done)
        },
        (error: ProblemError) => {
          say(problemOf(error), 'bad')
          open.reload()
        },
      )
      .finally(() => setBusy(false))
  }
  const problemOf = ({ code, title, body }: ProblemError): string => {
    if (code === 'full' && typeof body.holds === 'number') return words.handing.full(body.holds)
    if (code !== 'conflict') return title || words.reconnecting
    if (typeof body.holder === 'string' && body.holder) return words.lost(body.holder)
    return title || words.lostUnnamed
  }
  const doneWords = (how: Asked, lesson?: Lesson): string => {
    if (how !== 'resolve') return words.toBotNow
    const drafted = lesson?.learn?.example ?? lesson?.learn?.answer
    return drafted ? `${words.resolvedNow}${words.talk.drafted}` : words.resolvedNow
  }
  return {
    busy,
    asked,
    ask,
    claim: () => move('claim', words.claimed),
    release: () => move('release', words.released),
    end: (how, lesson) => move(how, doneWords(how, lesson), lesson),
  }
}
