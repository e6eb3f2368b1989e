import { useEffect } from 'preact/hooks'
import { useRest } from './useRest.ts'
import { useWords } from './words.ts'

/** In the place of a part of the page that has not come yet; asks for it at once. */
export function Waiting() {
  const { words } = useWords()
  const { failed, again } = useRest()
  useEffect(again, [again])
  if (!failed) return <p role="status">…</p>
  return (
    <div role="alert">
      <p>{words.failed}</p>
      <button type="button" class="button-outline" onClick={again}>
        {words.retry}
      </button>
    </div>
  )
}
