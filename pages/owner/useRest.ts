import { createContext } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'
import type { Acts } from './model/acts.ts'
import type { OwnerSession } from './model/session.ts'
import { addStyles } from './restStyles.ts'

type Parts = typeof import('./rest.ts')

let here: Parts | undefined
let coming: Promise<Parts> | undefined

/** Fetches the rest of the page, once; after a failure the next call tries again. */
export function fetchRest(): Promise<Parts> {
  coming ??= Promise.all([import('./rest.ts'), addStyles()]).then(
    ([parts]) => {
      here = parts
      return parts
    },
    (error: unknown) => {
      coming = undefined
      throw error
    },
  )
  return coming
}

/** The rest of the page once it is here; who draws it has something of its own until then. */
export interface Rest {
  here?: Parts & { acts: Acts }
  /** It did not come; it is tried again when the network is back, or by `again`. */
  failed: boolean
  again(): void
}

export const RestContext = createContext<Rest>({ failed: false, again: () => undefined })

export const useRest = () => useContext(RestContext)

/** For the page as a whole: everything below it has the same at the same moment. */
export function useRestOf(session: OwnerSession, ready: boolean): Rest {
  const [parts, setParts] = useState(here)
  const [failed, setFailed] = useState(false)
  const again = useCallback(() => {
    setFailed(false)
    fetchRest().then(setParts, () => setFailed(true))
  }, [])
  useEffect(() => {
    if (parts) return
    // The conversation comes first.
    if (ready) again()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [parts, again, ready])
  return useMemo(
    () => ({ failed, again, ...(parts ? { here: { ...parts, acts: parts.actsOf(session) } } : {}) }),
    [parts, failed, again, session],
  )
}
