import type { ComponentChildren } from 'preact'
import type { Mood } from '../../bot/types.ts'

/** Drawn beside words that say the same, so hidden from screen readers. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

export const BackIcon = () => (
  <Icon>
    <path d="M12.5 4 6.5 10l6 6" />
  </Icon>
)

export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 4 4" />
  </Icon>
)

/** Struck through while `off`. */
export const BellIcon = ({ off }: { off: boolean }) => (
  <Icon>
    <path d="M4.5 14.5h11l-1.5-2.2V9a4 4 0 0 0-8 0v3.3zM8.5 16.8h3" />
    {off && <path d="m3 3 14 14" />}
  </Icon>
)

export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
)

export const ClipIcon = () => (
  <Icon>
    <path d="m16 9.5-6.3 6.3a3.9 3.9 0 0 1-5.5-5.5L11 3.5a2.6 2.6 0 0 1 3.7 3.7L8 13.9a1.3 1.3 0 0 1-1.8-1.8L12 6.3" />
  </Icon>
)

export const FoldIcon = () => (
  <Icon>
    <path d="m5 8 5 5 5-5" />
  </Icon>
)

export const DownIcon = () => (
  <Icon>
    <path d="M10 4v12M5 11l5 5 5-5" />
  </Icon>
)

const MOUTHS: Record<Mood, string> = {
  calm: 'M6.5 12.5c2 1.6 5 1.6 7 0',
  worried: 'M6.5 13.5h7',
  angry: 'M6.5 14c2-1.8 5-1.8 7 0M5.5 6.5l3 1.5M14.5 6.5l-3 1.5',
  abusive: 'M6.5 13.5l1.7-1.5 1.8 1.5 1.8-1.5 1.7 1.5M5.5 6.5l3 1.5M14.5 6.5l-3 1.5',
}

export const MoodIcon = ({ mood }: { mood: Mood }) => (
  <Icon>
    <circle cx="10" cy="10" r="7.5" />
    <path d={MOUTHS[mood]} />
    <path d="M7.5 9v.3M12.5 9v.3" />
  </Icon>
)
