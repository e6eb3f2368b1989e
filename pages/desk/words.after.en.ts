import type { after as zh } from './words.after.zh.ts'

/** What comes after the work, in English: return visits. */
export const after: typeof zh = {
  visits: {
    lead: 'Two days after the end (a compound may set another time) another colleague calls and asks whether it really held. If not, it is open again with all that was recorded; the owner need not say it twice.',
    lists: { due: 'To ask now', coming: 'Not yet', done: 'Asked' },
    show: 'Which ones',
    none: {
      due: 'Nobody is to be asked now. What was ended shows up here when its time comes.',
      coming: 'Nothing is waiting to be asked about.',
      done: 'Nobody has been asked yet.',
    },
    figures: (n, share) => `In 30 days ${n} reached, solved for ${share}`,
    satisfied: (average, n) => `satisfaction ${average} (${n} gave one)`,
    noFigures: 'Nobody was asked in the last 30 days.',
    order: (number) => `Work order ${number}`,
    ticket: 'Ticket',
    ended: (name, time) => `ended by ${name}, ${time}`,
    due: (time) => `to ask from ${time}`,
    phone: 'Phone',
    noPhone: 'no phone was left',
    reveal: 'Show the number',
    own: 'You ended this one, so a colleague is the one to ask.',
    ask: 'What did they say',
    results: { solved: 'Solved', not_solved: 'Not solved', not_reached: 'Not reached' },
    states: {
      open: 'to ask',
      solved: 'solved',
      not_solved: 'not solved, open again',
      not_reached: 'not reached in three tries',
      moot: 'no need to ask',
    },
    reopens: 'This opens it again and tells the owner.',
    satisfaction: 'How content (optional)',
    scores: ['1 not at all', '2', '3', '4', '5 very'],
    unsaid: 'not said',
    note: 'In their words (optional)',
    submit: 'Note it',
    saved: { solved: 'Noted.', not_solved: 'Noted; it is open again.', not_reached: 'Noted; try again later.' },
    call: (name, time, result) => `${time} ${name}: ${result}`,
    score: (n) => `satisfaction ${n}`,
  },
}
