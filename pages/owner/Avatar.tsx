import type { SpeakerNow } from './speaker.ts'

/** The round sign of a speaker; the name stands beside it. */
export function Avatar({ speaker }: { speaker: SpeakerNow }) {
  return (
    <span class={`avatar avatar-${speaker.kind}`} aria-hidden="true">
      {speaker.initial}
    </span>
  )
}
