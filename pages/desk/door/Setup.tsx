import { useState } from 'preact/hooks'
import { type Session, setUp } from '../calls.ts'
import { go } from '../navigation.ts'
import { SHORTEST_PASSWORD } from '../password.ts'
import { useReading } from '../surroundings.ts'
import { DoorFrame, Field, Problem, useSending } from './parts.tsx'

interface SetupProps {
  /** From the link that the server printed. */
  token: string | undefined
  onDone(session: Session): void
}

/** Creates the first administrator. */
export function Setup({ token, onDone }: SetupProps) {
  const { words, language } = useReading()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const { busy, problem, send } = useSending<Session>((session) => {
    go({}, 'replace')
    onDone(session)
  })
  const short = password.length > 0 && password.length < SHORTEST_PASSWORD
  const different = again.length > 0 && again !== password
  const ready = name.trim() && password.length >= SHORTEST_PASSWORD && again === password
  if (!token) return <DoorFrame title={words.setupTitle}>{<p class="strip">{words.setupNoToken}</p>}</DoorFrame>
  return (
    <DoorFrame title={words.setupTitle}>
      <p class="soft">{words.setupLead}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(() => setUp(token, name.trim(), password, language))
        }}
      >
        <Field label={words.name} value={name} onChange={setName} autoComplete="username" />
        <Field
          label={words.password}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="new-password"
          hint={words.setupShort}
          bad={short}
        />
        <Field
          label={words.passwordAgain}
          value={again}
          onChange={setAgain}
          type="password"
          autoComplete="new-password"
          {...(different ? { hint: words.setupDifferent, bad: true } : {})}
        />
        <Problem shown={Boolean(problem)}>
          {problem?.status === 401 ? words.setupUsed : problem?.title || words.reconnecting}
        </Problem>
        <button type="submit" class="button main wide" disabled={busy || !ready}>
          {busy ? words.working : words.setupButton}
        </button>
      </form>
    </DoorFrame>
  )
}
