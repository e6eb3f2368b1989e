import { CallButton } from './CallButton.tsx'
import type { PublicCommunity } from './model/view.ts'
import { useWords } from './words.ts'

/** The compound's phones, each one tap, and when people are in. */
export function Contacts({ community }: { community: PublicCommunity }) {
  const { words } = useWords()
  return (
    <section class="contacts" aria-label={words.contacts}>
      <p>
        <span class="soft">{words.hours}</span> {community.hours}
      </p>
      {community.phones.map((phone) => (
        <CallButton key={phone.number} phone={phone} />
      ))}
    </section>
  )
}
