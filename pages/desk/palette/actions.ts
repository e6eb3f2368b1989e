import { useEffect, useRef } from 'preact/hooks'

/** Something that can be done with what is open. */
export interface Action {
  title: string
  /** The key that does the same. */
  key?: string
  run(): void
}

const offered = new Set<() => Action[]>()

/** What the parts of the page that are open offer now. */
export const actionsNow = (): Action[] => [...offered].flatMap((offer) => offer())

/** Offers these actions in the palette as long as the component is there. */
export function useActions(actions: Action[]): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const offer = () => latest.current
    offered.add(offer)
    return () => {
      offered.delete(offer)
    }
  }, [])
}
