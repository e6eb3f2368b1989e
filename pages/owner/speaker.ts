import type { View } from './model/view.ts'
import type { Words } from './words.ts'

export interface SpeakerNow {
  kind: 'bot' | 'staff'
  name: string
  /** One character for the round sign. */
  initial: string
}

/** Who answers at this moment: staff once they hold the conversation, else the bot. */
export function speakerNow({ state }: View, words: Words): SpeakerNow {
  if (state?.stage === 'staff') return staffSpeaker(state.staff, words)
  return { kind: 'bot', name: words.botName, initial: words.botInitial }
}

export function staffSpeaker(name: string | undefined, words: Words): SpeakerNow {
  return {
    kind: 'staff',
    name: name ? words.staffNamed(name) : words.staff,
    initial: [...(name ?? words.staff)][0] ?? '',
  }
}
