import { useEffect, useRef, useState } from 'preact/hooks'
import type { ProblemError } from '../../shared/api/problem.ts'
import { useSurroundings } from '../surroundings.ts'

/** Something of the record that is looked at. `old`: shown as last read, since reading it again failed. */
export interface Read<Value> {
  state: 'loading' | 'ready' | 'old' | 'failed' | 'gone'
  value?: Value
  reload(): void
  /** Takes up what a call has given back. */
  take(value: Value): void
}

interface Loaded<Value> {
  key: string
  state: Read<Value>['state']
  value?: Value
}

/** Reads it, again for each other key; answers that come late do not count. */
export function useRecord<Value>(key: string, read: () => Promise<Value>): Read<Value> {
  const { calls } = useSurroundings()
  const [loaded, setLoaded] = useState<Loaded<Value>>({ key, state: 'loading' })
  const asked = useRef(0)
  const load = () => {
    const turn = ++asked.current
    read().then(
      (value) => turn === asked.current && setLoaded({ key, state: 'ready', value }),
      (error: ProblemError) =>
        turn === asked.current &&
        setLoaded((before) => {
          if (error.status === 404) return { key, state: 'gone' }
          const has = before.key === key && before.value !== undefined
          return has ? { ...before, state: 'old' } : { key, state: 'failed' }
        }),
    )
  }
  useEffect(load, [key, calls])
  const now: Loaded<Value> = loaded.key === key ? loaded : { key, state: 'loading' }
  return {
    state: now.state,
    ...(now.value === undefined ? {} : { value: now.value }),
    reload: load,
    take: (value) => {
      // What was asked for before is older than this.
      asked.current++
      setLoaded({ key, state: 'ready', value })
    },
  }
}
