import type { ComponentChildren, TargetedEvent } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { ProblemError } from '../../shared/api/problem.ts'
import { useReading } from '../surroundings.ts'

export function DoorFrame({ title, children }: { title: string; children: ComponentChildren }) {
  const { words, switchLanguage } = useReading()
  return (
    <main class="door">
      <div class="door-card">
        <div class="door-head">
          <span class="brand">{words.product}</span>
          <button type="button" class="button quiet" onClick={switchLanguage}>
            {words.language}
          </button>
        </div>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}

interface FieldProps {
  label: string
  value: string
  onChange(value: string): void
  autoComplete: 'username' | 'current-password' | 'new-password' | 'one-time-code'
  type?: 'text' | 'password'
  hint?: string
  bad?: boolean
}

export function Field({ label, value, onChange, autoComplete, type = 'text', hint, bad = false }: FieldProps) {
  const id = useId()
  const input = {
    id,
    value,
    autocomplete: autoComplete,
    'aria-invalid': bad,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onInput: (event: TargetedEvent<HTMLInputElement>) => onChange(event.currentTarget.value),
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'password' ? <input {...input} type="password" /> : <input {...input} type="text" />}
      {hint && (
        <p id={`${id}-hint`} class={bad ? 'hint bad' : 'hint'}>
          {hint}
        </p>
      )}
    </div>
  )
}

export function Problem({ shown, children }: { shown: boolean; children: ComponentChildren }) {
  return <div role="alert">{shown && <p class="strip danger">{children}</p>}</div>
}

/** One call at a time, with the problem that it ended in. */
export function useSending<Answer>(onDone: (answer: Answer) => void, onProblem?: (problem: ProblemError) => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError>()
  const send = (call: () => Promise<Answer>) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    call().then(onDone, (error: ProblemError) => {
      setBusy(false)
      setProblem(error)
      onProblem?.(error)
    })
  }
  return { busy, problem, send }
}
