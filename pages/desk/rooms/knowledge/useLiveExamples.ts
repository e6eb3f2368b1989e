import { useEffect, useRef, useState } from 'preact/hooks'
import type { Draft, EntryFields } from '../../learningCalls.ts'
import { useSurroundings } from '../../surroundings.ts'

/** After the last change of the examples; each look trains a model. */
const PAUSE_MS = 1500

interface LiveExamples {
  draft: Draft
  /** As they are typed. */
  fields: EntryFields
  /** Something else is being done with the draft. */
  busy: boolean
  onSaved(draft: Draft): void
}

/**
 * Saves a draft whose examples were changed, so that it can be shown at once which messages would go here now. A save that
 * fails is left to the button, which says why.
 *
 * @returns whether examples were changed since the panel was opened
 */
export function useLiveExamples({ draft, fields, busy, onSaved }: LiveExamples): boolean {
  const { calls } = useSurroundings()
  const wanted = JSON.stringify(fields.examples)
  const tried = useRef(wanted)
  const [touched, setTouched] = useState(false)
  useEffect(() => {
    if (busy || draft.state !== 'draft' || wanted === tried.current) return
    const timer = setTimeout(() => {
      tried.current = wanted
      setTouched(true)
      calls.knowledge.edit(draft.id, draft.version, fields).then(onSaved, () => undefined)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted, busy, draft.version])
  return touched
}
