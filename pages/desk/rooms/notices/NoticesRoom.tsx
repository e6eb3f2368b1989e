import { useState } from 'preact/hooks'
import type { Address } from '../../address.ts'
import { heldBack } from '../../guard/heldBack.ts'
import { PromiseGuard } from '../../guard/PromiseGuard.tsx'
import type { Notice } from '../../learningCalls.ts'
import { useLive } from '../../live.ts'
import { go } from '../../navigation.ts'
import type { Vouching } from '../../roomCalls.ts'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { NotThere, OldStrip, TextField } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

/** What the bot tells whoever asks for notices, ready for the owners' group too. */
export function NoticesRoom({ address: { community } }: { address: Address }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(`notices ${community}`, () => calls.compounds.notices(community))
  useLive('board', read.reload)
  const text = words.learning.notices
  const open = read.value?.notices.filter(({ closedAt }) => !closedAt) ?? []
  return (
    <main class="room">
      <div class="room-head">
        <h1>{words.rooms.rooms.notices}</h1>
        <CompoundPicker chosen={community} onChoose={(id) => go({ community: id })} />
      </div>
      <p class="soft lead">{text.lead}</p>
      <NewNotice community={community} onAdded={read.reload} />
      <OldStrip of={read} />
      {!read.value && <NotThere of={read} />}
      {read.value && !open.length && <p class="empty soft">{text.none}</p>}
      <ul class="gap-list">
        {open.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} onEnded={read.reload} />
        ))}
      </ul>
    </main>
  )
}

function NewNotice({ community, onAdded }: { community: string; onAdded(): void }) {
  const { words } = useReading()
  const { calls, say } = useSurroundings()
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const text = words.learning.notices
  const { busy, problem, send, clear } = useSending(() => {
    setZh('')
    setEn('')
    say(words.rooms.saved)
    onAdded()
  })
  const add = (vouching: Vouching = {}) =>
    send(() => calls.compounds.addNotice(community, { zh: zh.trim(), en: en.trim() || zh.trim() }, vouching))
  const held = problem?.code === 'promise' ? heldBack(problem.body) : undefined
  return (
    <details class="card learning-part">
      <summary>{text.add}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (zh.trim()) add()
        }}
      >
        <TextField label={text.text} value={zh} onChange={setZh} rows={3} required />
        <TextField label={text.english} value={en} onChange={setEn} rows={2} />
        {held ? (
          <PromiseGuard
            held={held}
            community={community}
            orders={[]}
            more=""
            onChange={clear}
            onRecord={(record) => add({ record })}
            onConfirm={() => add({ confirm: held.confirmToken })}
          />
        ) : (
          <p role="alert">{problem?.title}</p>
        )}
        <button type="submit" class="button main" disabled={busy}>
          {text.save}
        </button>
      </form>
    </details>
  )
}

function NoticeCard({ notice, onEnded }: { notice: Notice; onEnded(): void }) {
  const { words, language } = useReading()
  const { calls, say } = useSurroundings()
  const pick = usePick()
  const text = words.learning.notices
  const { busy, problem, send } = useSending(() => {
    say(text.ended)
    onEnded()
  })
  const copy = () =>
    navigator.clipboard.writeText(notice.groupText[language]).then(
      () => say(words.rooms.copied),
      () => say(words.rooms.copyFailed, 'bad'),
    )
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li class="card gap-card">
      <p>{pick(notice.text)}</p>
      <p class="soft small">{time.format(new Date(notice.asOf))}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={copy}>
          {text.copy}
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={busy}
          onClick={() => send(() => calls.compounds.endNotice(notice))}
        >
          {text.end}
        </button>
      </div>
      <p role="alert">{problem?.title}</p>
    </li>
  )
}
