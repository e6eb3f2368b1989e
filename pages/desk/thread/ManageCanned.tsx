import { useState } from 'preact/hooks'
import type { CannedReply } from '../../../bot/types.ts'
import { Dialog } from '../Dialog.tsx'
import { NotThere } from '../rooms/parts.tsx'
import { useRecord } from '../rooms/useRecord.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import { useSending } from '../useSending.ts'

/** The canned replies of a compound and of all, to be mended and taken away by whoever wrote them, or a manager. */
export function ManageCanned({ community, onClose }: { community: string; onClose(): void }) {
  const { words } = useReading()
  const { calls, clerk } = useSurroundings()
  const read = useRecord(`canned ${community}`, () => calls.canned.list(community))
  const all = read.value?.canned
  return (
    <Dialog title={words.handing.canned} onClose={onClose}>
      {!all && <NotThere of={read} />}
      {all?.length === 0 && <p class="soft">{words.handing.cannedNone('')}</p>}
      <ul class="canned-all">
        {all?.map((canned) => (
          <One
            key={canned.id}
            canned={canned}
            own={clerk.role !== 'staff' || canned.author === clerk.name}
            onChanged={read.reload}
          />
        ))}
      </ul>
    </Dialog>
  )
}

interface OneProps {
  canned: CannedReply
  /** May be changed by this clerk. */
  own: boolean
  onChanged(): void
}

function One({ canned, own, onChanged }: OneProps) {
  const { words } = useReading()
  const [doing, setDoing] = useState<'edit' | 'remove'>()
  const { talk } = words
  const done = () => {
    setDoing(undefined)
    onChanged()
  }
  return (
    <li>
      <p>
        <b>/{canned.shortcut}</b>{' '}
        <span class="soft small">{talk.cannedBy(canned.author, canned.community === '')}</span>
      </p>
      {doing === 'edit' ? (
        <Edit canned={canned} onDone={done} onCancel={() => setDoing(undefined)} />
      ) : (
        <p class="canned-text">{canned.text}</p>
      )}
      {own && doing === undefined && (
        <div class="buttons">
          <button type="button" class="button" onClick={() => setDoing('edit')}>
            {talk.change}
          </button>
          <button type="button" class="button" onClick={() => setDoing('remove')}>
            {talk.remove}
          </button>
        </div>
      )}
      {doing === 'remove' && <Remove id={canned.id} onDone={done} onCancel={() => setDoing(undefined)} />}
    </li>
  )
}

interface DoingProps {
  onDone(): void
  onCancel(): void
}

function Edit({ canned, onDone, onCancel }: DoingProps & { canned: CannedReply }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const [shortcut, setShortcut] = useState(canned.shortcut)
  const [text, setText] = useState(canned.text)
  const { busy, problem, send } = useSending<CannedReply>(onDone)
  const ready = /^[^\s/]+$/.test(shortcut.trim()) && text.trim() !== ''
  return (
    <form
      class="asking"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send(() => calls.canned.change(canned.id, { shortcut: shortcut.trim(), text: text.trim() }))
      }}
    >
      <label class="field">
        <b>{words.handing.shortcut}</b>
        <input maxLength={30} value={shortcut} onInput={(event) => setShortcut(event.currentTarget.value)} />
      </label>
      <label class="field">
        <b>{words.handing.text}</b>
        <textarea rows={4} maxLength={2000} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.reconnecting}</p>}</div>
      <div class="buttons end">
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
        <button type="submit" class="button main" disabled={!ready || busy}>
          {words.handing.keepNow}
        </button>
      </div>
    </form>
  )
}

/** Asked once more, since it cannot be taken back. */
function Remove({ id, onDone, onCancel }: DoingProps & { id: string }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const { busy, problem, send } = useSending<void>(onDone)
  return (
    <>
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.reconnecting}</p>}</div>
      <div class="buttons">
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
        <button type="button" class="button main" disabled={busy} onClick={() => send(() => calls.canned.remove(id))}>
          {words.talk.removeNow}
        </button>
      </div>
    </>
  )
}
