import { useState } from 'preact/hooks'
import type { Role, StaffMember } from '../../../../bot/types.ts'
import { Field } from '../../door/parts.tsx'
import type { UserChange } from '../../staffCalls.ts'
import { useReading } from '../../surroundings.ts'

const ROLES: readonly Role[] = ['staff', 'manager', 'admin']

interface UserFormProps {
  user: StaffMember
  compounds: string[]
  busy: boolean
  onChange(change: UserChange): void
}

/** Role, compounds and a new password of somebody who is there. */
export function UserForm({ user, compounds, busy, onChange }: UserFormProps) {
  const { words } = useReading()
  const [role, setRole] = useState(user.role)
  const [chosen, setChosen] = useState(user.communities ?? [])
  const [password, setPassword] = useState('')
  const changed = role !== user.role || chosen.join() !== (user.communities ?? []).join() || password !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onChange({ role, communities: chosen, ...(password && { password }) })
        setPassword('')
      }}
    >
      <RolePicker chosen={role} onChoose={setRole} />
      <CompoundChoice compounds={compounds} chosen={chosen} onChoose={setChosen} />
      <Field
        label={words.people.newPassword}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="new-password"
      />
      <button type="submit" class="button" disabled={busy || !changed}>
        {words.rooms.save}
      </button>
    </form>
  )
}

export function RolePicker({ chosen, onChoose }: { chosen: Role; onChoose(role: Role): void }) {
  const { words } = useReading()
  return (
    <fieldset class="choices">
      <legend>{words.people.role}</legend>
      {ROLES.map((role) => (
        <label key={role}>
          <input type="radio" checked={role === chosen} onChange={() => onChoose(role)} /> {words.people.roles[role]}
        </label>
      ))}
    </fieldset>
  )
}

interface CompoundChoiceProps {
  compounds: string[]
  /** Empty: all of them. */
  chosen: string[]
  onChoose(chosen: string[]): void
}

export function CompoundChoice({ compounds, chosen, onChoose }: CompoundChoiceProps) {
  const { words } = useReading()
  if (compounds.length < 2) return null
  return (
    <fieldset class="choices">
      <legend>{words.people.compounds}</legend>
      <label>
        <input type="checkbox" checked={!chosen.length} onChange={() => onChoose([])} /> {words.people.everywhere}
      </label>
      {compounds.map((id) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={() => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
          />{' '}
          {id}
        </label>
      ))}
    </fieldset>
  )
}
