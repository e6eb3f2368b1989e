import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useWords } from './words.ts'

/** Lines that are shown of a long text; one or two more are not worth a fold. */
const LINES = 6
const SPARE = 2

/** A text that is cut after six lines until it is unfolded. */
export function Folded({ children }: { children: ComponentChildren }) {
  const { words } = useWords()
  const text = useRef<HTMLParagraphElement>(null)
  const [state, setState] = useState<'whole' | 'folded' | 'unfolded'>('whole')
  useLayoutEffect(() => {
    const element = text.current
    if (!element) return
    const lines = element.scrollHeight / Number.parseFloat(getComputedStyle(element).lineHeight)
    if (lines > LINES + SPARE + 0.5) setState('folded')
  }, [])
  return (
    <>
      <p class={state === 'folded' ? 'words words-folded' : 'words'} ref={text}>
        {children}
      </p>
      {state !== 'whole' && (
        <button
          type="button"
          class="button-plain fold"
          aria-expanded={state === 'unfolded'}
          onClick={() => setState(state === 'folded' ? 'unfolded' : 'folded')}
        >
          {state === 'folded' ? words.unfold : words.fold}
        </button>
      )}
    </>
  )
}
