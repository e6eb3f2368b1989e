import { useEffect, useState } from 'preact/hooks'
import type { JobView } from '../../bot/types.ts'
import type { ProblemError } from '../shared/api/problem.ts'
import type { JobCalls } from './calls.ts'

/** The link opens nothing: read in words what to do, and nothing else is shown. */
const ends = ({ code }: ProblemError): boolean => code === 'link_over' || code === 'unauthorized'

export interface Job {
  job: JobView | undefined
  busy: boolean
  /** Of the last call. */
  problem: ProblemError | undefined
  over: boolean
  reload(): void
  act(call: () => Promise<JobView>): Promise<boolean>
}

/** The job as it stands, read again whenever the page is looked at. */
export function useJob(calls: JobCalls): Job {
  const [job, setJob] = useState<JobView>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError>()
  const act = async (call: () => Promise<JobView>): Promise<boolean> => {
    setBusy(true)
    setProblem(undefined)
    try {
      setJob(await call())
      return true
    } catch (error) {
      setProblem(error as ProblemError)
      return false
    } finally {
      setBusy(false)
    }
  }
  const reload = () => void act(calls.look)
  useEffect(() => {
    reload()
    const seen = () => document.visibilityState === 'visible' && reload()
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [calls])
  return { job, busy, problem, over: problem !== undefined && ends(problem), reload, act }
}
