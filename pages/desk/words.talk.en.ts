import type { talk as zh } from './words.talk.zh.ts'

/** What belongs to one ticket's thread and context, in English. */
export const talk: typeof zh = {
  showNumber: 'Show the number',
  showHome: 'Show name and phones',
  lookNoted: 'It is kept that you looked',
  onFile: (place) => `On file for ${place}`,
}
