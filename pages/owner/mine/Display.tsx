import { useState } from 'preact/hooks'
import { chooseContrast, strongContrast } from '../contrast.ts'
import { useWords } from '../words.ts'
import { useMineWords } from './words.ts'

interface DisplayProps {
  /** 0 to 2. */
  textSize: number
  onTextSize(size: number): void
}

/** How large and how clear. */
export function Display({ textSize, onTextSize }: DisplayProps) {
  const { words } = useWords()
  const own = useMineWords()
  const [strong, setStrong] = useState(strongContrast())
  const choose = (next: boolean) => {
    chooseContrast(next)
    setStrong(next)
  }
  return (
    <div class="mine-part">
      <h2>{own.display}</h2>
      <fieldset class="mine-choices">
        <legend>{own.size}</legend>
        {words.sizes.map((name, size) => (
          <button
            key={name}
            type="button"
            class="button-outline"
            aria-pressed={size === textSize}
            onClick={() => onTextSize(size)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <fieldset class="mine-choices">
        <legend>{own.contrast}</legend>
        {[false, true].map((value) => (
          <button
            key={String(value)}
            type="button"
            class="button-outline"
            aria-pressed={value === strong}
            onClick={() => choose(value)}
          >
            {value ? own.contrastMore : own.contrastNormal}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
