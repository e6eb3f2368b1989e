import { useEffect, useRef, useState } from 'preact/hooks'
import type { TicketRow } from '../../../bot/types.ts'
import type { ListName } from '../address.ts'
import type { TicketPage } from '../calls.ts'
import { useCoalesced, useLive } from '../live.ts'
import { useSurroundings } from '../surroundings.ts'
import { readList } from './list.ts'

/** Changes come in bursts; so often at most is the list read again. */
const RELOAD_MS = 600

export interface Queue {
  /** `failed` with an empty page: nothing to show; with rows: they may be old. */
  state: 'loading' | 'ready' | 'failed'
  page: TicketPage
  pages: number
  more(): void
  reload(): void
}

const EMPTY: TicketPage = { tickets: [], total: 0 }

/** The list that is looked at, read again whenever a ticket changes. */
export function useQueue(list: ListName, q: string): Queue {
  const { calls } = useSurroundings()
  const key = `${list} ${q}`
  const [loaded, setLoaded] = useState({ key: '', page: EMPTY, failed: false })
  const [pages, setPages] = useState(1)
  const asked = useRef(0)
  const load = (count: number) => {
    const turn = ++asked.current
    readList(calls, list, q, count).then(
      (page) => turn === asked.current && setLoaded({ key, page, failed: false }),
      () =>
        turn === asked.current && setLoaded((now) => ({ key, page: now.key === key ? now.page : EMPTY, failed: true })),
    )
  }
  useEffect(() => {
    setPages(1)
    load(1)
  }, [key, calls])
  const reload = useCoalesced(() => load(pages), RELOAD_MS)
  useLive('tickets', reload)
  useLive('resync', reload)
  return {
    state: loaded.key !== key ? 'loading' : loaded.failed ? 'failed' : 'ready',
    page: loaded.key === key ? loaded.page : EMPTY,
    pages,
    more: () => {
      setPages(pages + 1)
      load(pages + 1)
    },
    reload: () => load(pages),
  }
}

export interface Overview {
  waiting: TicketPage
  mine: number
  /** With a note that calls the clerk. */
  mentioned: number
  /** Late, and not answered yet. */
  overdue: number
}

/** What the head shows of the whole desk, whatever list is open. */
export function useOverview(): Overview {
  const { calls } = useSurroundings()
  const [overview, setOverview] = useState<Overview>({ waiting: EMPTY, mine: 0, mentioned: 0, overdue: 0 })
  const load = () => {
    Promise.all([
      calls.tickets({ stage: 'waiting' }),
      calls.tickets({ stage: 'staff', mine: true }),
      calls.tickets({ overdue: true, unanswered: true }),
      calls.tickets({ mentioned: true }),
    ]).then(
      ([waiting, mine, overdue, mentioned]) =>
        setOverview({ waiting, mine: mine.total, mentioned: mentioned.total, overdue: overdue.total }),
      // The list itself says that it could not be read.
      () => undefined,
    )
  }
  const reload = useCoalesced(load, RELOAD_MS)
  useEffect(load, [calls])
  useLive('tickets', reload)
  useLive('resync', reload)
  return overview
}

export const overdueIn = (rows: readonly TicketRow[], now: number): number =>
  rows.filter((row) => Date.parse(row.dueAt) < now).length
