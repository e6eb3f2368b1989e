import { useEffect, useRef, useState } from 'preact/hooks'
import type { TicketRow } from '../../../bot/types.ts'
import type { Address } from '../address.ts'
import type { TicketPage } from '../calls.ts'
import { useCoalesced, useLive } from '../live.ts'
import { useSurroundings } from '../surroundings.ts'
import { type PageSpan, readList, rowsPerPage, spanAround } from './list.ts'

/** Changes come in bursts; so often at most is the list read again. */
const RELOAD_MS = 600

export interface Queue {
  /** `failed` with an empty page: nothing to show; with rows: they may be old. */
  state: 'loading' | 'ready' | 'failed'
  page: TicketPage
  /** The pages that `page` holds. */
  span: PageSpan
  /** Rows of the list that come before those of `page`. */
  before: number
  /** This row of the whole list is looked at: what lies around it is read. */
  look(row: number): void
  reload(): void
}

const EMPTY: TicketPage = { tickets: [], total: 0 }
const START: PageSpan = { from: 1, to: 1 }

/** The part of a list that is looked at, read again whenever a ticket changes. */
export function useQueue({ list, q, community }: Pick<Address, 'list' | 'q' | 'community'>): Queue {
  const { calls } = useSurroundings()
  const key = `${list} ${community} ${q}`
  const [loaded, setLoaded] = useState({ key: '', page: EMPTY, span: START, failed: false })
  const wanted = useRef(START)
  const asked = useRef(0)
  const perPage = rowsPerPage(list)
  const load = (span: PageSpan) => {
    wanted.current = span
    const turn = ++asked.current
    readList(calls, { list, q, community }, span).then(
      (page) => {
        if (turn !== asked.current) return
        // The list has become shorter than where it is looked at.
        if (!page.tickets.length && page.total > 0 && span.from > 1) load(spanAround(page.total, perPage, page.total))
        else setLoaded({ key, page, span, failed: false })
      },
      () =>
        turn === asked.current &&
        setLoaded((now) => ({ ...now, key, page: now.key === key ? now.page : EMPTY, failed: true })),
    )
  }
  useEffect(() => load(START), [key, calls])
  const reload = useCoalesced(() => load(wanted.current), RELOAD_MS)
  useLive('tickets', reload)
  useLive('resync', reload)
  const here = loaded.key === key
  return {
    state: !here ? 'loading' : loaded.failed ? 'failed' : 'ready',
    page: here ? loaded.page : EMPTY,
    span: here ? loaded.span : START,
    before: here ? (loaded.span.from - 1) * perPage : 0,
    look: (row) => {
      const { from, to } = spanAround(row, perPage, loaded.page.total)
      if (here && (from !== wanted.current.from || to !== wanted.current.to)) load({ from, to })
    },
    reload: () => load(wanted.current),
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
