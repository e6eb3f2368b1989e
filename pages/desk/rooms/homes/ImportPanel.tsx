import { useState } from 'preact/hooks'
import type { ProblemError } from '../../../shared/api/problem.ts'
import type { Imported, ImportKind } from '../../roomCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { Panel } from '../parts.tsx'
import { Errors, Outcome } from './ImportOutcome.tsx'

interface ImportProps {
  /** Id of the compound that the room is about; empty: not said. */
  community: string
  onImported(): void
}

/** Homes and bills from a file: looked through first, written only when nothing is wrong in it. */
export function ImportPanel({ community: wanted, onImported }: ImportProps) {
  const { words } = useReading()
  const { clerk } = useSurroundings()
  const text = words.rooms.homes
  const [community, setCommunity] = useState(wanted)
  const [kind, setKind] = useState<ImportKind>('homes')
  const [file, setFile] = useState<File>()
  const { busy, result, problem, run, reset } = useImport(onImported)
  const form = () => {
    const data = new FormData()
    if (community) data.set('community', community)
    if (file) data.set('file', file)
    return data
  }
  if (clerk.role === 'staff')
    return (
      <Panel title={text.import} label={text.import}>
        <p class="empty">{text.importOnly}</p>
      </Panel>
    )
  const checked = result?.dryRun && result.errorCount === 0
  return (
    <Panel title={text.import} label={text.import}>
      <div class="panel-part">
        <p class="soft">{text.importLead}</p>
        <label class="field">
          <b>{text.importKind}</b>
          <select
            value={kind}
            onChange={(event) => {
              reset()
              setKind(event.currentTarget.value as ImportKind)
            }}
          >
            <option value="homes">{text.importHomes}</option>
            <option value="orders">{text.importOrders}</option>
          </select>
        </label>
        <label class="field">
          <b>{text.file}</b>
          <input
            type="file"
            class="file-input"
            accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={(event) => {
              reset()
              setFile(event.currentTarget.files?.[0])
            }}
          />
        </label>
        <CompoundPicker
          chosen={community}
          onChoose={(id) => {
            reset()
            setCommunity(id)
          }}
        />
        <div class="buttons">
          <button
            type="button"
            class={checked ? 'button' : 'button main'}
            disabled={!file || busy !== undefined}
            onClick={() => run(kind, form(), true)}
          >
            {busy === 'check' ? text.checking : text.check}
          </button>
          {checked && (
            <button
              type="button"
              class="button main"
              disabled={busy !== undefined}
              onClick={() => run(kind, form(), false)}
            >
              {busy === 'apply' ? text.applying : text.apply}
            </button>
          )}
        </div>
        <div role="alert">{problem && <p class="strip danger">{problem.title || words.reconnecting}</p>}</div>
      </div>
      <div role="status">{result && <Outcome result={result} />}</div>
      {result && result.errors.length > 0 && <Errors result={result} />}
    </Panel>
  )
}

function useImport(onImported: () => void) {
  const { calls } = useSurroundings()
  const [busy, setBusy] = useState<'check' | 'apply'>()
  const [result, setResult] = useState<Imported>()
  const [problem, setProblem] = useState<ProblemError>()
  const run = (kind: ImportKind, form: FormData, dryRun: boolean) => {
    setBusy(dryRun ? 'check' : 'apply')
    setProblem(undefined)
    calls.homes
      .import(kind, form, dryRun)
      .then(
        (imported) => {
          setResult(imported)
          if (!dryRun) onImported()
        },
        (error: ProblemError) => {
          setResult(undefined)
          setProblem(error)
        },
      )
      .finally(() => setBusy(undefined))
  }
  const reset = () => {
    setResult(undefined)
    setProblem(undefined)
  }
  return { busy, result, problem, run, reset }
}
