import type { Phone } from '../../bot/types.ts'
import { phoneHref } from '../shared/parts.ts'
import { Icon } from './Icon.tsx'
import { useWords } from './words.ts'

/** A number as a full-width button. */
export function CallButton({ phone, urgent }: { phone: Phone; urgent?: boolean }) {
  const { words } = useWords()
  return (
    <a
      class={urgent ? 'call call-urgent' : 'call'}
      href={phoneHref(phone.number)}
      aria-label={words.call(phone.label, phone.number)}
    >
      <Icon name="phone" />
      <span class="call-words">
        <span class="call-label">{phone.label}</span>
        <span class="call-number">{phone.number}</span>
      </span>
    </a>
  )
}
