import { useState } from 'preact/hooks'
import type { Role } from '../../../../bot/types.ts'
import { Field } from '../../door/parts.tsx'
import { SHORTEST_PASSWORD } from '../../password.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { TextField } from '../parts.tsx'
import { CompoundChoice, RolePicker } from './UserForm.tsx'

/** A colleague who is not there yet. */
export function NewUserForm({ compounds, onAdded }: { compounds: string[]; onAdded(): void }) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [role, setRole] = useState<Role>('staff')
  const [communities, setCommunities] = useState<string[]>([])
  const { busy, problem, send } = useSending(() => {
    say(words.people.saved)
    setName('')
    setPassword('')
    onAdded()
  })
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        send(() => calls.staff.add({ name: name.trim(), password, role, communities }))
      }}
    >
      <h2>{words.people.add}</h2>
      <TextField label={words.people.name} value={name} onChange={setName} />
      <Field
        label={words.people.password}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="new-password"
      />
      <RolePicker chosen={role} onChoose={setRole} />
      <CompoundChoice compounds={compounds} chosen={communities} onChoose={setCommunities} />
      <button type="submit" class="button main" disabled={busy || !name.trim() || password.length < SHORTEST_PASSWORD}>
        {words.people.add}
      </button>
      <p role="alert">{problem?.title}</p>
    </form>
  )
}
