import { TextParts } from '../../shared/TextParts.tsx'
import { useReading } from '../surroundings.ts'
import { signsIn } from './signs.ts'

/**
 * Words of others as they are, with a mark where a sign stands that is not seen but turns or hides what is. The sign is
 * still there inside of its mark, so that what is copied is what was written.
 */
export function Said({ text }: { text: string }) {
  const { words } = useReading()
  return (
    <>
      {signsIn(text).map((part, index) => {
        if (part.kind === 'words') return part.text
        const name = `${words.signs[part.sign]} ${part.code}`
        return (
          <span
            key={index}
            class="sign"
            role="img"
            aria-label={name}
            title={words.signs[part.sign]}
            data-code={part.code}
          >
            {part.text}
          </span>
        )
      })}
    </>
  )
}

/** As `Said`, with phones and links tappable. */
export const SaidParts = ({ text }: { text: string }) => (
  <TextParts text={text} plain={(words) => <Said text={words} />} />
)
