import { useState } from 'preact/hooks'
import type { Classification } from '../../../../bot/types.ts'
import type { Address } from '../../address.ts'
import type { Draft, EntryRow } from '../../learningCalls.ts'
import { useLive } from '../../live.ts'
import { addressAfter, follow, go } from '../../navigation.ts'
import { SearchBox } from '../../SearchBox.tsx'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { NotThere, OldStrip } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { DRAFT } from './address.ts'
import { DraftPanel } from './DraftPanel.tsx'
import { EntryPanel } from './EntryPanel.tsx'

/** What the bot knows, the drafts that would change it, and a sentence to try. */
export function KnowledgeRoom({ address }: { address: Address }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord('knowledge', calls.knowledge.overview)
  useLive('knowledge', read.reload)
  useLive('resync', read.reload)
  const text = words.learning.knowledge
  const { item, community, q } = address
  return (
    <>
      <main class="room">
        <div class="room-head">
          <h1>{words.rooms.rooms.knowledge}</h1>
          <SearchBox q={q} label={text.search} />
          <CompoundPicker chosen={community} all={text.common} onChoose={(id) => go({ community: id })} />
        </div>
        <p class="soft lead">{text.lead}</p>
        <TryBox />
        <OldStrip of={read} />
        {read.value ? (
          <>
            <Drafts drafts={read.value.drafts} current={item} />
            <Entries entries={read.value.entries} q={q} current={item} />
          </>
        ) : (
          <NotThere of={read} />
        )}
      </main>
      {item?.startsWith(DRAFT) && <DraftPanel key={item} id={item.slice(DRAFT.length)} />}
      {item && !item.startsWith(DRAFT) && (
        <EntryPanel key={`${item} ${community}`} intent={item} community={community} />
      )}
    </>
  )
}

function TryBox() {
  const { words } = useReading()
  const { calls, intentTitle } = useSurroundings()
  const [text, setText] = useState('')
  const [heard, setHeard] = useState<Classification>()
  const { busy, problem, send } = useSending(setHeard)
  const own = words.learning.knowledge
  const best = heard?.alternatives[0]
  const percent = Math.round((best?.confidence ?? 0) * 100)
  return (
    <form
      class="try-box"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) send(() => calls.knowledge.tryOut(text.trim()))
      }}
    >
      <label>
        <b>{own.tryLabel}</b>
        <input value={text} placeholder={own.tryHint} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button" disabled={busy}>
        {own.tryGo}
      </button>
      <p role="status">
        {problem?.title}
        {!problem &&
          best &&
          heard &&
          (heard.certainty === 'sure'
            ? own.tried(intentTitle(best.intent), percent)
            : own.triedLost(intentTitle(best.intent)))}
      </p>
    </form>
  )
}

function Drafts({ drafts, current }: { drafts: Draft[]; current: string | undefined }) {
  const { words } = useReading()
  const { intentTitle } = useSurroundings()
  const text = words.learning.knowledge
  return (
    <section class="learning-part" aria-label={text.drafts}>
      <h2>{text.drafts}</h2>
      {!drafts.length && <p class="soft">{text.noDrafts}</p>}
      <ul class="draft-list">
        {drafts.map(({ id, intent, community, author, note, verdict }) => {
          const there = { item: `${DRAFT}${id}` }
          return (
            <li key={id}>
              <a
                href={addressAfter(there)}
                aria-current={current === there.item ? 'true' : undefined}
                onClick={follow(there)}
              >
                {intentTitle(intent)}
              </a>{' '}
              <span class="soft small">{[community, text.by(author), note].filter(Boolean).join(' · ')}</span>
              {verdict?.comparison?.fell && <span class="badge warn">{text.fell}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Entries({ entries, q, current }: { entries: EntryRow[]; q: string; current: string | undefined }) {
  const { words } = useReading()
  const pick = usePick()
  const text = words.learning.knowledge
  const wanted = entries.filter(({ intent, title }) =>
    `${intent} ${title.zh} ${title.en}`.toLowerCase().includes(q.toLowerCase()),
  )
  const groups = new Map<string, EntryRow[]>()
  for (const entry of wanted) {
    const group = entry.intent.split('.')[0] ?? ''
    groups.set(group, [...(groups.get(group) ?? []), entry])
  }
  return (
    <div class="entry-groups">
      {[...groups].map(([group, of]) => (
        <ul key={group} class="entry-group">
          {of.map(({ intent, title, examples, tests, source, overrides }) => {
            const there = { item: intent }
            return (
              <li key={intent}>
                <a
                  href={addressAfter(there)}
                  aria-current={current === intent ? 'true' : undefined}
                  onClick={follow(there)}
                >
                  {pick(title)}
                </a>
                <span class="soft small">
                  {[
                    text.examples(examples),
                    text.tests(tests),
                    ...(source === 'desk' ? [text.fromDesk] : []),
                    ...(overrides.length ? [text.own] : []),
                  ].join(' · ')}
                </span>
              </li>
            )
          })}
        </ul>
      ))}
    </div>
  )
}
