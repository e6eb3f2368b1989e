import { useEffect, useRef, useState } from 'preact/hooks'
import type { ProblemError } from '../../shared/api/problem.ts'
import { useSurroundings } from '../surroundings.ts'

/** Things that come in pages of fifty, the next ones when they are asked for. */
export interface Pages<Thing> {
  state: 'loading' | 'ready' | 'old' | 'failed'
  things: Thing[]
  total: number
  more(): void
  /** Reads again all that is shown. */
  reload(): void
}

export interface Page<Thing> {
  things: Thing[]
  total: number
}

interface Loaded<Thing> extends Page<Thing> {
  key: string
  state: Pages<Thing>['state']
}

/** Reads the first page, again for each other key; `read` is given the number of the page, from 1. */
export function usePages<Thing>(key: string, read: (page: number) => Promise<Page<Thing>>): Pages<Thing> {
  const { calls } = useSurroundings()
  const nothing: Loaded<Thing> = { key, state: 'loading', things: [], total: 0 }
  const [loaded, setLoaded] = useState(nothing)
  const count = useRef(1)
  const asked = useRef(0)
  const load = () => {
    const turn = ++asked.current
    Promise.all(Array.from({ length: count.current }, (_, index) => read(index + 1))).then(
      (pages) => {
        if (turn !== asked.current) return
        setLoaded({ key, state: 'ready', things: pages.flatMap(({ things }) => things), total: pages[0]?.total ?? 0 })
      },
      (_: ProblemError) => {
        if (turn !== asked.current) return
        setLoaded((before) => (before.key === key ? { ...before, state: 'old' } : { ...nothing, state: 'failed' }))
      },
    )
  }
  useEffect(() => {
    count.current = 1
    load()
  }, [key, calls])
  const now = loaded.key === key ? loaded : nothing
  return {
    // Read for the first time, it has nothing old to show.
    state: now.state === 'old' && !now.things.length ? 'failed' : now.state,
    things: now.things,
    total: now.total,
    more: () => {
      count.current++
      load()
    },
    reload: load,
  }
}
