import { useState } from 'preact/hooks'
import type { Ticket } from '../../../bot/types.ts'
import type { ProblemError } from '../../shared/api/problem.ts'
import type { Receiver } from '../handingCalls.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import { useSending } from '../useSending.ts'
import type { OpenTicket } from './useTicket.ts'

/** What is being asked about: to whom it goes, whether to the manager, or what is to be merged into it. */
export type HandingAsked = 'pass' | 'escalate' | 'merge'

export interface Handing {
  asked: HandingAsked | undefined
  busy: boolean
  problem: string | undefined
  ask(asked: HandingAsked | undefined): void
  /** `name`: as it is told to the clerk. */
  pass(to: Receiver, name: string, word: string): void
  escalate(word: string): void
  merge(other: string): void
}

/** Passes a ticket on; a refusal stays in the window, in words. */
export function useHanding(id: string, open: OpenTicket): Handing {
  const { calls, say } = useSurroundings()
  const { words } = useReading()
  const [asked, setAsked] = useState<HandingAsked>()
  const { busy, problem, send, clear } = useSending<() => void>((done) => done())
  const run = (call: () => Promise<Ticket>, done: string) =>
    send(async () => {
      const ticket = await call()
      return () => {
        open.take(ticket)
        setAsked(undefined)
        say(done)
      }
    })
  const ask = (what: HandingAsked | undefined) => {
    clear()
    setAsked(what)
  }
  const { handing } = words
  return {
    asked,
    busy,
    problem: problem && problemWords(problem),
    ask,
    pass: (to, name, word) => run(() => calls.handing.transfer(id, to, word), handing.passed(name)),
    escalate: (word) => run(() => calls.handing.escalate(id, word), handing.escalated),
    merge: (other) => run(() => calls.handing.merge(id, other), handing.merged),
  }

  function problemWords({ code, title, body }: ProblemError): string {
    if (code === 'not_same_owner') return handing.notSameOwner
    if (code === 'conflict' && typeof body.holder === 'string' && body.holder) return words.heldBy(body.holder)
    return title || words.reconnecting
  }
}
