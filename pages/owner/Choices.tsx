import type { Choice } from '../../bot/types.ts'
import { useWords } from './words.ts'

/** Answers to tap, each over the full width; a person is the quiet one among them. */
export function Choices({ choices, onChoose }: { choices: Choice[]; onChoose(choice: Choice): void }) {
  const { words } = useWords()
  if (!choices.length) return null
  return (
    <fieldset class="choices">
      <legend class="unseen">{words.choices}</legend>
      {choices.map((choice) => (
        <button key={choice.value} type="button" class="choice" onClick={() => onChoose(choice)}>
          {choice.title}
        </button>
      ))}
    </fieldset>
  )
}
