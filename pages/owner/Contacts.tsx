import type { ComponentChildren } from 'preact'
import { CallButton } from './CallButton.tsx'
import type { PublicCommunity } from './model/view.ts'
import { useWords } from './words.ts'

interface ContactsProps {
  community: PublicCommunity
  children: ComponentChildren
}

/** The compound's phones, each one tap, when people are in, and what else belongs to the compound. */
export function Contacts({ community, children }: ContactsProps) {
  const { words } = useWords()
  return (
    <section class="contacts" aria-label={words.contacts}>
      <p>
        <span class="soft">{words.hours}</span> {community.hours}
      </p>
      {community.phones.map((phone) => (
        <CallButton key={phone.number} phone={phone} />
      ))}
      {children}
    </section>
  )
}
