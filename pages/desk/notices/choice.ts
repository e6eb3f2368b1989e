import { useEffect, useState } from 'preact/hooks'
import { recall, remember } from '../../shared/keep.ts'

/** What a clerk wants of notices in this browser; nothing until they ask for it. */
export interface NoticeChoice {
  on: boolean
  sound: boolean
}

const keyOf = (clerkId: string) => `qiao.desk.notices.${clerkId}`

function read(clerkId: string): NoticeChoice {
  const kept = recall(keyOf(clerkId))
  return { on: kept !== undefined, sound: kept === 'sound' }
}

/** Kept over reloads, for each clerk alone, and the same in all their tabs. */
export function useNoticeChoice(clerkId: string): [NoticeChoice, (choice: NoticeChoice) => void] {
  const [choice, setChoice] = useState(() => read(clerkId))
  useEffect(() => {
    const look = ({ key }: StorageEvent) => key === keyOf(clerkId) && setChoice(read(clerkId))
    window.addEventListener('storage', look)
    return () => window.removeEventListener('storage', look)
  }, [clerkId])
  return [
    choice,
    (next) => {
      remember(keyOf(clerkId), next.on ? (next.sound ? 'sound' : 'quiet') : undefined)
      setChoice(next)
    },
  ]
}
