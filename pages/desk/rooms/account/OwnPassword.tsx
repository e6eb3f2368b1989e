import { useState } from 'preact/hooks'
import { Field } from '../../door/parts.tsx'
import { SHORTEST_PASSWORD } from '../../password.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'

/** The present one must be known, whoever sits at the open desk. */
export function OwnPassword() {
  const { words } = useReading()
  const { calls, say, renew, clerk } = useSurroundings()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const text = words.account
  const { busy, problem, send } = useSending(() => {
    say(text.changed)
    setCurrent('')
    setPassword('')
    return renew()
  })
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        send(() => calls.staff.ownPassword(current, password))
      }}
    >
      <h2>{text.password}</h2>
      {/* Browsers that keep passwords keep it under this name. */}
      <input type="text" name="username" autocomplete="username" value={clerk.name} hidden readOnly />
      <Field
        label={text.present}
        value={current}
        onChange={setCurrent}
        type="password"
        autoComplete="current-password"
      />
      <Field
        label={text.next}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="new-password"
        hint={text.rules}
      />
      <p class="soft small">{text.ends}</p>
      <button type="submit" class="button main" disabled={busy || !current || password.length < SHORTEST_PASSWORD}>
        {text.change}
      </button>
      <p role="alert">{problem?.title}</p>
    </form>
  )
}
