import type { talk as zh } from './words.talk.zh.ts'

/** What belongs to one ticket's thread and context, in English. */
export const talk: typeof zh = {
  showNumber: 'Show the number',
  showHome: 'Show name and phones',
  lookNoted: 'It is kept that you looked',
  onFile: (place) => `On file for ${place}`,

  again: 'Send again',
  againPerhapsTwice: 'Send again (it may arrive twice)',
  againNow: 'It is on its way again; how it ends shows under the message.',
  againAlready: 'It is being sent again already',

  older: 'Earlier messages',
  sameHome: (channel) => `same home, ${channel}`,
  stillOpen: 'still open',
  openIt: 'Open this ticket',

  mentioned: 'For me',
  emptyMentioned: 'No new note calls you.',
  calledMark: 'calls you',
  calledNow: 'A colleague’s note calls you; it is under “For me”.',
  called: (names) => `(called ${names})`,
  callWhom: 'Which colleague to call',
  callHint: 'Type @ to call a colleague',

  rowsOf: (from, to, total) => `${from} to ${to} of ${total}`,

  palette: 'Go or do',
  paletteHint: 'A room, words of a ticket, or what to do…',
  paletteNone: 'Nothing found.',
  paletteKinds: { action: 'Do', room: 'Room', list: 'List', ticket: 'Ticket' },
  seeContext: 'See what is known',

  cannedBy: (name, everywhere) => `kept by ${name}${everywhere ? ', all compounds' : ''}`,
  change: 'Change',
  remove: 'Delete',
  removeNow: 'Yes, delete it',

  lesson: 'Teach the bot (optional)',
  about: 'It was about',
  noLabel: 'No label',
  botThought: 'What the bot thought',
  allIntents: 'All matters',
  shouldAnswer: 'The bot should have answered this itself',
  example: 'How the owner put it',
  useOwnWords: (said) => `Use the owner’s words: ${said.length > 40 ? `${said.slice(0, 40)}…` : said}`,
  answer: 'A better answer in Chinese (may stay empty)',
  answerEn: 'A better answer in English',
  lessonNeedsIntent: 'Please choose first what it was about.',
  lessonLead:
    'Both are kept as drafts, used only once a manager has looked at and checked them. Phones and doors are taken out.',
  lessonLeadManager:
    'Both are kept as drafts, used once they are checked and published under Knowledge. Phones and doors are taken out.',
  drafted: ' What you wrote is kept as a draft for the manager.',

  reasons: {
    waits: (next) => `the platform takes no more for now; again at ${next}, or as soon as the owner writes`,
    retrying: (next, n) => `tried ${n} times, again at ${next}`,
    no_channel: () => 'this channel is not switched on; please phone',
    left: () => 'the owner no longer follows; please phone',
    outside: () => 'the owner has not written for too long, so the platform lets nothing through; please phone',
    refused: () => 'the platform did not take it; send it again, or phone',
    attempts: (_next, n) => `tried ${n} times without success`,
    unsure: () => 'the line broke while it was sent',
  },
}
