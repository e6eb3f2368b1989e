import { useEffect, useState } from 'preact/hooks'
import type { Team, Ticket } from '../../../bot/types.ts'
import type { Receiver, SeenColleague } from '../handingCalls.ts'
import { useSurroundings } from '../surroundings.ts'

export interface Chosen {
  to: Receiver
  /** As it is told. */
  name: string
}

export interface ReceiversRead {
  teams: Team[]
  /** Whoever is at the desk first, then who holds least. */
  colleagues: SeenColleague[]
  state: 'loading' | 'ready' | 'failed'
}

const LOOK_MS = 20_000

/** Who could take the ticket over, read again while the window is open: people come and go. */
export function useReceivers({ community, assignee }: Pick<Ticket, 'community' | 'assignee'>): ReceiversRead {
  const { calls } = useSurroundings()
  const [read, setRead] = useState<ReceiversRead>({ teams: [], colleagues: [], state: 'loading' })
  useEffect(() => {
    const load = () => {
      calls.handing.colleagues(community).then(
        ({ teams, colleagues }) => {
          const others = colleagues.filter(({ name }) => name !== assignee)
          setRead({ teams, colleagues: others.sort(byReadiness), state: 'ready' })
        },
        () => setRead((before) => (before.state === 'ready' ? before : { ...before, state: 'failed' })),
      )
    }
    load()
    const timer = setInterval(load, LOOK_MS)
    return () => clearInterval(timer)
  }, [calls, community, assignee])
  return read
}

/** Whoever is at the desk first, then who holds least. */
export function byReadiness(a: SeenColleague, b: SeenColleague): number {
  return Number(b.here) - Number(a.here) || a.holds - b.holds || a.name.localeCompare(b.name)
}
