import { lengthOf } from '../../clock.ts'
import { useReading } from '../../surroundings.ts'
import { TextField } from '../parts.tsx'
import { type DraftFault, type EntryDraft, isEnglishOld, type WordsField } from './entryDraft.ts'

const HOUR_MS = 3_600_000

interface EntryFieldsProps {
  /** As the form was opened. */
  before: EntryDraft
  draft: EntryDraft
  faults: readonly DraftFault[]
  onChange(draft: EntryDraft): void
}

/** The fields that a new entry and a change have in common; Chinese first, the English folded under them. */
export function EntryFields({ before, draft, faults, onChange }: EntryFieldsProps) {
  const { words } = useReading()
  const text = words.rooms.board
  const set = (change: Partial<EntryDraft>) => onChange({ ...draft, ...change })
  const zh = (field: WordsField) => ({
    value: draft[field].zh,
    onChange: (value: string) => set({ [field]: { ...draft[field], zh: value } }),
  })
  const hours = Number(draft.staleAfterHours)
  const needsSource = faults.includes('announcedSource') || faults.includes('announced')
  return (
    <>
      <TextField label={text.state} {...zh('state')} hint={text.stateHint} rows={2} required />
      <TextField label={words.blockedBy} {...zh('blockedBy')} />
      <TextField label={words.nextActor} {...zh('nextActor')} />
      <fieldset class="announced">
        <TextField label={text.announcedText} {...zh('announced')} hint={text.announcedHint} />
        <TextField
          label={text.announcedSource}
          {...zh('announcedSource')}
          required={draft.announced.zh.trim() !== ''}
          bad={needsSource}
          hint={needsSource ? text.announcedNeedsSource : undefined}
        />
      </fieldset>
      <TextField
        label={text.staleAfter}
        type="number"
        value={draft.staleAfterHours}
        onChange={(staleAfterHours) => set({ staleAfterHours })}
        bad={faults.includes('staleAfterHours')}
        hint={text.staleHint(lengthOf(hours > 0 ? hours * HOUR_MS : 0, words))}
      />
      <TextField
        label={text.source}
        value={draft.source}
        onChange={(source) => set({ source })}
        hint={text.sourceHint}
      />
      <EnglishFields before={before} draft={draft} onChange={onChange} />
      <p class="soft small">{text.tellsByItself}</p>
    </>
  )
}

/** Opened by itself where the Chinese has run ahead of it. */
function EnglishFields({ before, draft, onChange }: Omit<EntryFieldsProps, 'faults'>) {
  const { words } = useReading()
  const text = words.rooms.board
  const names: Record<WordsField, string> = {
    state: text.state,
    blockedBy: words.blockedBy,
    nextActor: words.nextActor,
    announced: text.announcedText,
    announcedSource: text.announcedSource,
  }
  const fields = Object.keys(names) as WordsField[]
  const old = (field: WordsField) => isEnglishOld(before[field], draft[field])
  return (
    <details class="english" open={fields.some(old)}>
      <summary>{words.rooms.english}</summary>
      {fields.map((field) => (
        <TextField
          key={field}
          label={`${names[field]} · English`}
          value={draft[field].en}
          onChange={(en) => onChange({ ...draft, [field]: { ...draft[field], en } })}
          bad={old(field)}
          hint={old(field) ? words.rooms.englishOld : undefined}
        />
      ))}
    </details>
  )
}
