import { useEffect, useState } from 'preact/hooks'
import { hasCompanySignIn, logIn, type Session } from '../calls.ts'
import { useReading } from '../surroundings.ts'
import { DoorFrame, Field, Problem, useSending } from './parts.tsx'

/** `over`: the clerk was logged in until a moment ago. */
export function Login({ over, onDone }: { over: boolean; onDone(session: Session): void }) {
  const { words, language } = useReading()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const sso = useCompanySignIn(language)
  const { busy, problem, send } = useSending(onDone, ({ code: why }) => {
    if (why === 'second_factor') setAsked(true)
  })
  // That it is asked for is said by the field itself.
  const shown = problem && problem.body.reason !== 'needed'
  const wrong = problem?.code === 'unauthorized' ? words.loginWrong : problem?.title
  return (
    <DoorFrame title={words.loginTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(() => logIn({ name: name.trim(), password, ...(asked && { code: code.trim() }) }, language))
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
        {asked && (
          <Field
            label={words.totpCode}
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
            hint={words.totpHint}
          />
        )}
        {sso.refused && !problem && <p class="strip danger">{words.ssoRefused}</p>}
        <Problem shown={Boolean(shown)}>{wrong || words.reconnecting}</Problem>
        <button type="submit" class="button main wide" disabled={busy || !name.trim() || !password}>
          {busy ? words.working : words.login}
        </button>
      </form>
      {sso.on && (
        <p>
          <a class="button wide" href="/api/desk/oidc/start">
            {words.ssoStart}
          </a>
        </p>
      )}
    </DoorFrame>
  )
}

/** Whether the company has a sign-in of its own, and whether it has just sent somebody back whom we do not know. */
function useCompanySignIn(locale: string) {
  const [on, setOn] = useState(false)
  useEffect(() => {
    // Without an answer the password is the way in.
    hasCompanySignIn(locale).then(setOn, () => setOn(false))
  }, [])
  return { on, refused: new URLSearchParams(location.search).get('sso') === 'refused' }
}
