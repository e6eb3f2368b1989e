import { useId } from 'preact/hooks'
import type { Words } from '../../../../bot/types.ts'
import type { Draft, EntryFields, TextLists } from '../../learningCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useRecord } from '../useRecord.ts'
import { Previews } from './Previews.tsx'

interface DraftFieldsProps {
  draft: Draft
  fields: EntryFields
  onChange(fields: EntryFields): void
}

const NOTHING: Words = { zh: '', en: '' }

/** The words of a draft in both languages, with what owners would read beside them. */
export function DraftFields({ draft, fields, onChange }: DraftFieldsProps) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.learning.knowledge
  const entry = useRecord(draft.intent, () => calls.knowledge.entry(draft.intent, ''))
  const { answer = NOTHING, nextStep, examples, tests } = fields
  return (
    <>
      <TwoAreas
        label={text.answer}
        value={answer}
        rows={6}
        onChange={(next) => onChange({ ...fields, answer: next })}
      />
      <Previews text={answer} facts={entry.value?.facts ?? {}} />
      {nextStep && (
        <TwoAreas
          label={text.nextStep}
          value={nextStep}
          rows={2}
          onChange={(next) => onChange({ ...fields, nextStep: next })}
        />
      )}
      {examples && (
        <Lines
          label={text.exampleLines}
          value={examples}
          onChange={(next) => onChange({ ...fields, examples: next })}
        />
      )}
      {tests && (
        <Lines label={text.testLines} value={tests} onChange={(next) => onChange({ ...fields, tests: next })} />
      )}
    </>
  )
}

interface TwoAreasProps {
  label: string
  value: Words
  rows: number
  onChange(value: Words): void
}

function TwoAreas({ label, value, rows, onChange }: TwoAreasProps) {
  const { words } = useReading()
  const text = words.learning.knowledge
  return (
    <>
      {(['zh', 'en'] as const).map((language) => (
        <Area
          key={language}
          label={`${label} · ${text[language]}`}
          value={value[language]}
          rows={rows}
          onChange={(next) => onChange({ ...value, [language]: next })}
        />
      ))}
    </>
  )
}

/** Kept as written while it is written; empty lines are none. */
function Lines({ label, value, onChange }: { label: string; value: TextLists; onChange(value: TextLists): void }) {
  const { words } = useReading()
  const text = words.learning.knowledge
  return (
    <details>
      <summary>{label}</summary>
      {(['zh', 'en'] as const).map((language) => (
        <Area
          key={language}
          label={text[language]}
          value={value[language].join('\n')}
          rows={10}
          onChange={(next) => onChange({ ...value, [language]: next.split('\n').filter((line) => line.trim() !== '') })}
          byLines
        />
      ))}
    </details>
  )
}

interface AreaProps {
  label: string
  value: string
  rows: number
  onChange(value: string): void
  /** Taken up when it is left, so that an empty line may be written first. */
  byLines?: boolean
}

function Area({ label, value, rows, onChange, byLines = false }: AreaProps) {
  const id = useId()
  const take = (event: { currentTarget: HTMLTextAreaElement }) => onChange(event.currentTarget.value)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        value={value}
        maxLength={60_000}
        {...(byLines ? { onChange: take } : { onInput: take })}
      />
    </div>
  )
}
