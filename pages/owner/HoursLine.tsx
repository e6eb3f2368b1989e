import { phoneHref } from '../shared/parts.ts'
import { Icon } from './Icon.tsx'
import type { View } from './model/view.ts'
import { useWords } from './words.ts'

interface HoursLineProps {
  view: View
  /** Phones and hours are unfolded below. */
  open: boolean
  onToggle(): void
}

/** Whether somebody is in; when not, the number for what cannot wait. */
export function HoursLine({ view: { community, state }, open, onToggle }: HoursLineProps) {
  const { words } = useWords()
  const inOffice = state?.open ?? community?.open
  if (!community || inOffice === undefined) return <span class="hours-line" />
  const urgent = community.phones[0]
  return (
    <p class="hours-line">
      <span class={inOffice ? 'dot dot-open' : 'dot'} aria-hidden="true" />
      <span class="hours-words">
        {inOffice ? words.openNow : urgent ? `${words.closedUrgent} ` : words.closedNow}
        {!inOffice && urgent && <a href={phoneHref(urgent.number)}>{urgent.number}</a>}
      </span>
      <button type="button" class="hours-toggle" aria-expanded={open} aria-label={words.contacts} onClick={onToggle}>
        <Icon name="phone" />
        {inOffice && words.phones}
        <span class={open ? 'turned' : ''}>
          <Icon name="down" />
        </span>
      </button>
    </p>
  )
}
