import { useId, useState } from 'preact/hooks'
import type { DispatchStep, JobView } from '../../bot/types.ts'
import { dayAndTime } from '../shared/time.ts'
import { useReading } from './words.ts'

interface JobStepsProps {
  job: JobView
  busy: boolean
  onStep(step: DispatchStep, note: string): void
  onPhoto(file: File): Promise<boolean>
}

/** One big button at a time: what comes next; what was done stands above it with its time. */
export function JobSteps({ job, busy, onStep, onPhoto }: JobStepsProps) {
  const { words, language } = useReading()
  const [note, setNote] = useState('')
  const time = (iso: string) => dayAndTime(new Date(iso), new Date(), language)
  const done = job.state === 'done'
  return (
    <section class="card" aria-label={words.steps}>
      <div role="status">
        <ol class="steps">
          {job.acceptedAt && <li>✓ {words.at(words.accepted, time(job.acceptedAt))}</li>}
          {job.arrivedAt && <li>✓ {words.at(words.arrivedDone, time(job.arrivedAt))}</li>}
          {job.photos > 0 && <li>✓ {words.photos(job.photos)}</li>}
          {job.doneAt && <li>✓ {words.at(words.finished, time(job.doneAt))}</li>}
        </ol>
      </div>
      {done && <p>{words.thanks}</p>}
      {!done && !job.acceptedAt && (
        <button type="button" class="button main" disabled={busy} onClick={() => onStep('accept', '')}>
          {busy ? words.wait : words.accept}
        </button>
      )}
      {!done && job.acceptedAt && (
        <>
          {!job.arrivedAt && (
            <button type="button" class="button main" disabled={busy} onClick={() => onStep('arrived', '')}>
              {busy ? words.wait : words.arrived}
            </button>
          )}
          <PhotoButton busy={busy} onPhoto={onPhoto} />
          <Word value={note} onChange={setNote} />
          <button
            type="button"
            class={job.arrivedAt ? 'button main' : 'button'}
            disabled={busy}
            onClick={() => onStep('done', note.trim())}
          >
            {busy ? words.wait : words.done}
          </button>
        </>
      )}
      {!done && (
        <p class="soft">
          {words.tells} {words.until(time(job.expiresAt))}
        </p>
      )}
    </section>
  )
}

function PhotoButton({ busy, onPhoto }: { busy: boolean; onPhoto(file: File): Promise<boolean> }) {
  const { words } = useReading()
  const [sending, setSending] = useState(false)
  const take = async (box: HTMLInputElement) => {
    const file = box.files?.[0]
    // So that the same photo can be chosen again after it failed.
    box.value = ''
    if (!file || busy) return
    setSending(true)
    await onPhoto(file)
    setSending(false)
  }
  return (
    <label class={busy ? 'button file off' : 'button file'}>
      {sending ? words.sendingPhoto : words.photo}
      <input
        type="file"
        accept="image/*"
        class="unseen"
        disabled={busy}
        onChange={(event) => void take(event.currentTarget)}
      />
    </label>
  )
}

function Word({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { words } = useReading()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{words.word}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={500}
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="soft">
        {words.wordHint}
      </p>
    </div>
  )
}
