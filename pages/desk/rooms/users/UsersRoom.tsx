import type { StaffMember } from '../../../../bot/types.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { NotThere, OldStrip } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { NewUserForm } from './NewUserForm.tsx'
import { Sessions } from './Sessions.tsx'
import { UserForm } from './UserForm.tsx'

/** Who works at the desk, with which role and in which compounds; for administrators. */
export function UsersRoom() {
  const { words } = useReading()
  const { clerk } = useSurroundings()
  return (
    <main class="room">
      <div class="room-head">
        <h1>{words.rooms.rooms.users}</h1>
      </div>
      {clerk.role === 'admin' ? <People /> : <p class="empty soft">{words.people.onlyAdmins}</p>}
    </main>
  )
}

function People() {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord('users', () => calls.staff.users())
  const compounds = read.value?.communities ?? []
  return (
    <>
      <p class="soft lead">{words.people.lead}</p>
      <OldStrip of={read} />
      {!read.value && <NotThere of={read} />}
      <ul class="gap-list">
        {read.value?.users.map((user) => (
          <Person key={user.id} user={user} compounds={compounds} onChanged={read.reload} />
        ))}
      </ul>
      {read.value && <NewUserForm compounds={compounds} onAdded={read.reload} />}
      <Sessions />
    </>
  )
}

interface PersonProps {
  user: StaffMember
  compounds: string[]
  onChanged(): void
}

function Person({ user, compounds, onChanged }: PersonProps) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.people
  const { busy, problem, send } = useSending(() => {
    say(text.saved)
    onChanged()
  })
  return (
    <li class="card">
      <h2>
        {user.name} {user.disabled && <span class="soft small">{text.disabled}</span>}
      </h2>
      <p class="soft small">
        {text.factor}：{user.totp ? text.on : text.off}
      </p>
      <UserForm
        key={`${user.role} ${user.communities?.join()}`}
        user={user}
        compounds={compounds}
        busy={busy}
        onChange={(change) => send(() => calls.staff.change(user.id, change))}
      />
      <div class="buttons">
        {user.totp && (
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() => send(() => calls.staff.resetTotp(user.id))}
          >
            {text.resetTotp}
          </button>
        )}
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => send(() => calls.staff.change(user.id, { disabled: !user.disabled }))}
        >
          {user.disabled ? text.enable : text.disable}
        </button>
      </div>
      <p role="alert">{problem?.title}</p>
    </li>
  )
}
