import type { Draft, Entry } from '../../learningCalls.ts'
import { useLive } from '../../live.ts'
import { go } from '../../navigation.ts'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { NotThere, Panel } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { DRAFT } from './address.ts'
import { Previews } from './Previews.tsx'

/** One entry as it is known now, the way to a draft, and its earlier versions. */
export function EntryPanel({ intent, community }: { intent: string; community: string }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const pick = usePick()
  const read = useRecord(`${intent} ${community}`, () => calls.knowledge.entry(intent, community))
  useLive('knowledge', read.reload)
  const entry = read.value
  return (
    <Panel title={entry ? pick(entry.title) : intent} label={words.rooms.rooms.knowledge}>
      {entry ? <EntryBody entry={entry} community={community} onChanged={read.reload} /> : <NotThere of={read} />}
    </Panel>
  )
}

function EntryBody({ entry, community, onChanged }: { entry: Entry; community: string; onChanged(): void }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.learning.knowledge
  const fields = entry.fields ?? entry.common
  const { busy, problem, send } = useSending((draft: Draft) => go({ item: `${DRAFT}${draft.id}` }))
  const begin = () =>
    calls.knowledge.start(entry.intent, community, community && fields.answer ? { answer: fields.answer } : {})
  return (
    <>
      <section class="panel-part">
        {fields.answer && <Previews text={fields.answer} facts={entry.facts} />}
        {entry.kind === 'emergency' && community ? null : (
          <button type="button" class="button main" disabled={busy} onClick={() => send(begin)}>
            {community && !entry.fields ? text.startOwn : text.start}
          </button>
        )}
        <p role="alert">{problem?.title}</p>
      </section>
      <Revisions revisions={entry.revisions} onChanged={onChanged} />
    </>
  )
}

function Revisions({ revisions, onChanged }: { revisions: Draft[]; onChanged(): void }) {
  const { words, language } = useReading()
  const { calls, clerk, say } = useSurroundings()
  const text = words.learning.knowledge
  const { busy, problem, send } = useSending(() => {
    say(text.rolledBack)
    onChanged()
  })
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section class="panel-part">
      <h3>{text.revisions}</h3>
      {!revisions.length && <p class="soft">{text.noRevisions}</p>}
      <ol class="revision-list">
        {revisions.map(({ id, state, author, publishedBy, publishedAt, updatedAt }) => (
          <li key={id}>
            <b>{text.states[state]}</b>{' '}
            <span class="soft small">
              {time.format(new Date(publishedAt ?? updatedAt))} · {publishedBy ?? author}
            </span>
            {state === 'published' && clerk.role !== 'staff' && (
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() => send(() => calls.knowledge.rollBack(id))}
              >
                {text.rollBack}
              </button>
            )}
          </li>
        ))}
      </ol>
      <p role="alert">{problem?.title}</p>
    </section>
  )
}
