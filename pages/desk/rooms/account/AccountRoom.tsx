import { useReading, useSurroundings } from '../../surroundings.ts'
import { OwnPassword } from './OwnPassword.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { SecondFactor } from './SecondFactor.tsx'

/** What somebody does about their own way in: password, second factor, and where they are signed in. */
export function AccountRoom() {
  const { words } = useReading()
  const { clerk } = useSurroundings()
  return (
    <main class="room account">
      <div class="room-head">
        <h1>{words.account.title(clerk.name)}</h1>
      </div>
      <p class="soft">{words.account.lead}</p>
      <OwnPassword />
      <SecondFactor />
      <OwnSessions />
    </main>
  )
}
