import { textParts } from './parts.ts'

/** A text with its phones and links tappable. Line breaks are left to the style (`white-space: pre-line`). */
export function TextParts({ text }: { text: string }) {
  return (
    <>
      {textParts(text).map((part, index) => {
        if (part.kind === 'text') return part.text
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
