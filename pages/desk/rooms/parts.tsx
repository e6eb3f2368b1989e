import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { BackIcon, CloseIcon } from '../Icons.tsx'
import { go, goBack } from '../navigation.ts'
import { useReading } from '../surroundings.ts'
import type { Read } from './useRecord.ts'

/** In place of what is not there: it loads, could not be read, or is gone. */
export function NotThere({ of: { state, reload } }: { of: Pick<Read<unknown>, 'state' | 'reload'> }) {
  const { words } = useReading()
  if (state === 'loading')
    return (
      <p class="empty soft" role="status">
        {words.loading}
      </p>
    )
  return (
    <div class="empty" role="alert">
      <p>{state === 'gone' ? words.rooms.gone : words.rooms.failed}</p>
      {state !== 'gone' && (
        <button type="button" class="button" onClick={reload}>
          {words.retry}
        </button>
      )}
    </div>
  )
}

/** Over a list that is shown as it was last read. */
export function OldStrip({ of: { state, reload } }: { of: Pick<Read<unknown>, 'state' | 'reload'> }) {
  const { words } = useReading()
  if (state !== 'old') return null
  return (
    <p class="strip" role="status">
      {words.reconnecting}
      <button type="button" class="button" onClick={reload}>
        {words.retry}
      </button>
    </p>
  )
}

interface PanelProps {
  title: ComponentChildren
  /** Of the region, for screen readers. */
  label: string
  children: ComponentChildren
}

/** What is open in a room, beside its list; on a phone in its place. */
export function Panel({ title, label, children }: PanelProps) {
  const { words } = useReading()
  return (
    <aside class="panel" aria-label={label}>
      <header class="panel-head">
        <button
          type="button"
          class="icon-button back"
          aria-label={words.back}
          onClick={() => goBack({ item: undefined })}
        >
          <BackIcon />
        </button>
        <h2>{title}</h2>
        <button
          type="button"
          class="icon-button panel-close"
          aria-label={words.close}
          onClick={() => go({ item: undefined })}
        >
          <CloseIcon />
        </button>
      </header>
      <div class="panel-body">{children}</div>
    </aside>
  )
}

interface TextFieldProps {
  label: string
  value: string
  onChange(value: string): void
  hint?: string | undefined
  bad?: boolean
  /** Lines; one is a plain field. */
  rows?: number
  type?: 'text' | 'number' | 'date' | 'datetime-local'
  max?: string
  required?: boolean
}

/** A labelled field with a hint under it. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  bad = false,
  rows = 1,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const { words } = useReading()
  const id = useId()
  const { required = false, max } = rest
  const common = {
    id,
    value,
    required,
    'aria-invalid': bad,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    maxLength: 500,
  }
  return (
    <div class="field">
      <label for={id}>
        {label}
        {required && <span class="needed"> · {words.rooms.required}</span>}
      </label>
      {rows > 1 ? (
        <textarea {...common} rows={rows} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        // The kinds of field differ in what else they may have, none of which is given here.
        <input
          {...common}
          {...({ type } as { type: 'text' })}
          max={max}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {hint && (
        <p id={`${id}-hint`} class={bad ? 'hint bad' : 'hint'} role={bad ? 'alert' : undefined}>
          {hint}
        </p>
      )}
    </div>
  )
}

interface ChipsProps {
  label: string
  /** Whether everybody reads the label, and not screen readers alone. */
  shown?: boolean
  /** By value; the empty value is “all”. */
  options: readonly { value: string; title: string; count?: number; tone?: 'warn' }[]
  chosen: string
  onChoose(value: string): void
}

/** One of several, beside each other. */
export function Chips({ label, shown = false, options, chosen, onChoose }: ChipsProps) {
  return (
    <fieldset class="chips">
      <legend class={shown ? 'small' : 'unseen'}>{label}</legend>
      {options.map(({ value, title, count, tone }) => (
        <button key={value} type="button" class={tone} aria-pressed={chosen === value} onClick={() => onChoose(value)}>
          {title}
          {count ? <span class="count">{count}</span> : null}
        </button>
      ))}
    </fieldset>
  )
}

/** Under a list: how much of it is shown, and the way to more. */
export function More({ shown, total, onMore }: { shown: number; total: number; onMore(): void }) {
  const { words } = useReading()
  if (shown >= total) return null
  return (
    <div class="table-more">
      <span class="soft">{words.rooms.page(shown, total)}</span>
      <button type="button" class="button" onClick={onMore}>
        {words.rooms.more}
      </button>
    </div>
  )
}
