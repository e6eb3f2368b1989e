import { useState } from 'preact/hooks'
import type { ProblemError } from '../shared/api/problem.ts'

/** One call at a time, with the problem that it ended in. */
export function useSending<Answer>(onDone: (answer: Answer) => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError>()
  const send = (call: () => Promise<Answer>) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    call()
      .then(onDone, (error: ProblemError) => setProblem(error))
      .finally(() => setBusy(false))
  }
  return { busy, problem, send, clear: () => setProblem(undefined) }
}
