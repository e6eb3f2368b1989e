import { useState } from 'preact/hooks'
import { logIn, type Session } from '../calls.ts'
import { useReading } from '../surroundings.ts'
import { DoorFrame, Field, Problem, useSending } from './parts.tsx'

/** `over`: the clerk was logged in until a moment ago. */
export function Login({ over, onDone }: { over: boolean; onDone(session: Session): void }) {
  const { words, language } = useReading()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { busy, problem, send } = useSending(onDone)
  const wrong = problem?.status === 401 ? words.loginWrong : problem?.title
  return (
    <DoorFrame title={words.loginTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(() => logIn(name.trim(), password, language))
        }}
      >
        {over && !problem && <p class="strip">{words.sessionOver}</p>}
        <Field label={words.name} value={name} onChange={setName} autoComplete="username" />
        <Field
          label={words.password}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="current-password"
        />
        <Problem shown={Boolean(problem)}>{wrong || words.reconnecting}</Problem>
        <button type="submit" class="button main wide" disabled={busy || !name.trim() || !password}>
          {busy ? words.working : words.login}
        </button>
      </form>
    </DoorFrame>
  )
}
