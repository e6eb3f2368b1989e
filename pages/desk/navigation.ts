import { useEffect, useState } from 'preact/hooks'
import { type Address, type Change, placeAfter, readAddress, writeAddress } from './address.ts'

export type Go = (change: Change, how?: 'push' | 'replace') => void

const MOVED = 'desk:moved'

/** The address that a change leads to from here. */
export const addressAfter = (change: Change): string => writeAddress(placeAfter(readAddress(window.location), change))

/** Goes somewhere; what is not named stays as it is. `replace` leaves no step for the back button. */
export const go: Go = (change, how = 'push') => {
  const next = addressAfter(change)
  if (how === 'push') history.pushState({ inside: true }, '', next)
  else history.replaceState(history.state, '', next)
  window.dispatchEvent(new Event(MOVED))
}

/** A step back as the back gesture does it; from a page that was opened by its address, to where back would lead. */
export function goBack(fallback: Change): void {
  if ((history.state as { inside?: boolean } | null)?.inside) history.back()
  else go(fallback, 'replace')
}

/** Follows a link inside the desk; with a key held the browser opens it elsewhere. */
export function follow(change: Change): (event: MouseEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    go(change)
  }
}

export function useAddress(): Address {
  const [address, setAddress] = useState(() => readAddress(window.location))
  useEffect(() => {
    const read = () => setAddress(readAddress(window.location))
    window.addEventListener('popstate', read)
    window.addEventListener(MOVED, read)
    return () => {
      window.removeEventListener('popstate', read)
      window.removeEventListener(MOVED, read)
    }
  }, [])
  return address
}
