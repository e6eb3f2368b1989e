import { useState } from 'preact/hooks'
import type { Draft, EntryFields } from '../../learningCalls.ts'
import { addressAfter, follow } from '../../navigation.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { NotThere, Panel } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { DraftFields } from './DraftFields.tsx'
import { Moved } from './Moved.tsx'
import { useLiveExamples } from './useLiveExamples.ts'
import { Verdict } from './Verdict.tsx'

/** One draft: its words, what the check says, and the way out. */
export function DraftPanel({ id }: { id: string }) {
  const { words } = useReading()
  const { calls, intentTitle } = useSurroundings()
  const read = useRecord(id, () => calls.knowledge.draft(id))
  const draft = read.value
  return (
    <Panel title={draft ? intentTitle(draft.intent) : ''} label={words.learning.knowledge.states.draft}>
      {draft ? <DraftBody draft={draft} onDraft={read.take} /> : <NotThere of={read} />}
    </Panel>
  )
}

function DraftBody({ draft, onDraft }: { draft: Draft; onDraft(draft: Draft): void }) {
  const { words } = useReading()
  const { calls, clerk, say } = useSurroundings()
  const text = words.learning.knowledge
  const [fields, setFields] = useState<EntryFields>(draft.fields ?? {})
  const [doing, setDoing] = useState('')
  const { busy, problem, send } = useSending(onDraft)
  const { knowledge } = calls
  /** What is written is saved before anything else is done with it. */
  const after = async (next: (id: string) => Promise<Draft>): Promise<Draft> => {
    const changed = JSON.stringify(fields) !== JSON.stringify(draft.fields ?? {})
    const saved = changed ? await knowledge.edit(draft.id, draft.version, fields) : draft
    onDraft(saved)
    try {
      return await next(saved.id)
    } catch (error) {
      // The refusal is kept with the draft, and says why.
      onDraft(await knowledge.draft(saved.id))
      throw error
    }
  }
  const touched = useLiveExamples({ draft, fields, busy, onSaved: onDraft })
  const act = (what: string, next: (id: string) => Promise<Draft>) => {
    setDoing(what)
    send(() => after(next))
  }
  if (draft.state !== 'draft') return <Ended draft={draft} onBack={onDraft} />
  const publish = async (id: string) => {
    const published = await knowledge.publish(id)
    say(text.published)
    return published
  }
  const discard = async (id: string) => {
    const gone = await knowledge.discard(id)
    say(text.discarded)
    return gone
  }
  return (
    <>
      <section class="panel-part">
        {draft.fields ? <DraftFields draft={draft} fields={fields} onChange={setFields} /> : <p>{text.unreadable}</p>}
        <div class="buttons">
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() => act('', async () => knowledge.draft(draft.id))}
          >
            {text.save}
          </button>
          <button type="button" class="button" disabled={busy} onClick={() => act(text.checking, knowledge.check)}>
            {text.check}
          </button>
          {clerk.role !== 'staff' && (
            <button type="button" class="button main" disabled={busy} onClick={() => act(text.publishing, publish)}>
              {text.publish}
            </button>
          )}
        </div>
        {clerk.role === 'staff' && <p class="soft">{text.managersPublish}</p>}
        <p role="status">{busy ? doing : ''}</p>
        <p role="alert" class={problem ? 'bad' : undefined}>
          {problem?.title}
        </p>
      </section>
      {draft.verdict && <Verdict verdict={draft.verdict} />}
      <Moved id={draft.id} key={`moved ${draft.version}`} live={touched} />
      <section class="panel-part">
        <button type="button" class="button quiet" disabled={busy} onClick={() => act('', discard)}>
          {text.discard}
        </button>
      </section>
    </>
  )
}

/** What became of it; what is published can be taken back at once. */
function Ended({ draft, onBack }: { draft: Draft; onBack(draft: Draft): void }) {
  const { words } = useReading()
  const { calls, clerk, say, intentTitle } = useSurroundings()
  const text = words.learning.knowledge
  const { busy, problem, send } = useSending((back: Draft) => {
    say(text.rolledBack)
    onBack(back)
  })
  const there = { item: draft.intent }
  return (
    <section class="panel-part">
      <p>
        <b>{text.states[draft.state]}</b>
      </p>
      {draft.state === 'published' && clerk.role !== 'staff' && (
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => send(() => calls.knowledge.rollBack(draft.id))}
        >
          {text.rollBack}
        </button>
      )}
      <p role="alert">{problem?.title}</p>
      <a href={addressAfter(there)} onClick={follow(there)}>
        {intentTitle(draft.intent)}
      </a>
    </section>
  )
}
