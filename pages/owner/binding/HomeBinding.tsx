import { useId, useState } from 'preact/hooks'
import { ProblemError } from '../../shared/api/problem.ts'
import { Icon } from '../Icon.tsx'
import type { View } from '../model/view.ts'
import { type BindingWords, useBindingWords } from './words.ts'

const CODE_LENGTH = 8
/** Of an hour's pause whose rest the server did not tell. */
const PAUSE_SECONDS = 3600

interface HomeBindingProps {
  view: View
  onVerify(code: string): Promise<void>
}

/** Binds the conversation to the owner's home with a one-time code from staff. */
export function HomeBinding({ view: { verified, home }, onVerify }: HomeBindingProps) {
  const words = useBindingWords()
  const place = home ? words.home(home.building ?? '', home.unit ?? '', home.room ?? '') : ''
  return (
    <div class="binding">
      <h2>{words.bind}</h2>
      <div role="status">
        {verified && (
          <p class="binding-done">
            <Icon name="tick" /> {words.boundTo(place)}
          </p>
        )}
      </div>
      {!verified && <CodeForm onVerify={onVerify} />}
    </div>
  )
}

function CodeForm({ onVerify }: Pick<HomeBindingProps, 'onVerify'>) {
  const words = useBindingWords()
  const id = useId()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const ready = code.replace(/[\s-]/g, '').toUpperCase()
  const send = () => {
    setBusy(true)
    setProblem(undefined)
    onVerify(ready)
      .catch((error: unknown) => setProblem(problemWords(error, words)))
      .finally(() => setBusy(false))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && ready.length === CODE_LENGTH) send()
      }}
    >
      <label for={id}>{words.bindLead}</label>
      <div class="binding-row">
        <input
          id={id}
          value={code}
          placeholder={words.bindCode}
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={20}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <button type="submit" class="button-solid" disabled={busy || ready.length !== CODE_LENGTH}>
          {busy ? words.bindWait : words.bindGo}
        </button>
      </div>
      <div role="alert">
        {problem && (
          // The panel may be scrolled so that its end is out of sight.
          <p class="danger" ref={(line) => line?.scrollIntoView({ block: 'nearest' })}>
            {problem}
          </p>
        )}
      </div>
    </form>
  )
}

function problemWords(error: unknown, words: BindingWords): string {
  if (!(error instanceof ProblemError)) return words.bindFailed
  const { code, title, body } = error
  if (code === 'wrong_code') return words.bindWrong(typeof body.left === 'number' ? body.left : 0)
  if (code === 'too_many') {
    const seconds = Number(body.retryAfterSeconds) || PAUSE_SECONDS
    return words.bindPaused(Math.max(1, Math.ceil(seconds / 60)))
  }
  return title || words.bindFailed
}
