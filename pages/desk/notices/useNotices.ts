import { useContext, useEffect, useRef } from 'preact/hooks'
import type { Address } from '../address.ts'
import { LiveContext, useCoalesced } from '../live.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import type { NoticeChoice } from './choice.ts'
import { inFront, onFront } from './front.ts'
import { Notices } from './notices.ts'
import { chime } from './sound.ts'
import { canNotify } from './support.ts'
import { DeskTabs } from './tabs.ts'
import { Watch } from './watch.ts'

/** Changes come in bursts; so often at most are the lists read again. */
const LOOK_MS = 1000

/** Gives notice of what concerns the clerk while none of their tabs is in front. */
export function useNotices({ on, sound }: NoticeChoice, { ticketId }: Address): void {
  const { words } = useReading()
  const { calls, clerk } = useSurroundings()
  const live = useContext(LiveContext)
  const tabs = useRef<DeskTabs | undefined>(undefined)
  const watch = useRef<Watch | undefined>(undefined)
  const sounds = useRef(sound)
  sounds.current = sound
  const look = useCoalesced(() => watch.current?.look(), LOOK_MS)

  useEffect(() => {
    if (!on || !canNotify()) return
    const notices = new Notices(words.notices)
    const own = new DeskTabs(clerk.id, (id) => notices.closeRead(id))
    const onGiven = () => sounds.current && chime()
    tabs.current = own
    watch.current = new Watch({ calls, clerkId: clerk.id, tabs: own, notices, onGiven })
    const heard = (['tickets', 'messages', 'resync'] as const).map((kind) => live?.on(kind, look))
    const stop = onFront((front) => !front && watch.current?.leave())
    const leave = () => notices.closeAll()
    window.addEventListener('pagehide', leave)
    return () => {
      for (const end of heard) end?.()
      stop()
      window.removeEventListener('pagehide', leave)
      leave()
      own.close()
      watch.current = undefined
      tabs.current = undefined
    }
  }, [on, clerk.id, calls, live, words])

  useEffect(() => {
    const see = (front: boolean) => {
      if (!front) return
      tabs.current?.tellRead()
      if (ticketId) tabs.current?.tellRead(ticketId)
    }
    see(inFront())
    return onFront(see)
  }, [on, ticketId])
}
