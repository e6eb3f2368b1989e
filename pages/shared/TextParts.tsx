import type { ComponentChildren } from 'preact'
import { textParts } from './parts.ts'

interface TextPartsProps {
  text: string
  /** How words are shown; as they are unless it is said. */
  plain?(words: string): ComponentChildren
}

/** A text with its phones and links tappable. Line breaks are left to the style (`white-space: pre-line`). */
export function TextParts({ text, plain = (words) => words }: TextPartsProps) {
  return (
    <>
      {textParts(text).map((part, index) => {
        if (part.kind === 'text') return plain(part.text)
        const away = part.kind === 'link' ? { target: '_blank', rel: 'noreferrer noopener' } : {}
        return (
          <a key={index} href={part.href} {...away}>
            {part.text}
          </a>
        )
      })}
    </>
  )
}
