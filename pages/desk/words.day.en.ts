import type { day as zh } from './words.day.zh.ts'

/** The clerk's day, in English. */
export const day: typeof zh = {
  ledger: 'This month’s ledger (Excel)',
  alerts: {
    homes: (n, matter) => `${n} homes have reported one matter within a day: ${matter}`,
    blockade: 'An owner speaks of blocking the gate; please see the tickets that went to the manager',
    seen: 'Noted',
  },

  dispatch: {
    title: 'Send to a repairer',
    repairer: 'The repairer’s name',
    lead: 'Makes a link for the repairer’s phone: no login, this order alone. Owners read the name.',
    again: 'A new link ends the one before.',
    lives: 'How long the link works',
    days: (n) => (n === 1 ? '1 day' : `${n} days`),
    make: 'Make a link',
    copy: 'Copy the link',
    once: (name) => `Shown this once; please send it to ${name} now.`,
    sent: (time, by) => `sent ${time} (${by})`,
    accepted: (time) => `accepted ${time}`,
    arrived: (time) => `on site ${time}`,
    done: (time) => `done ${time}`,
    recalled: (time, by) => `called back ${time} (${by})`,
    expired: 'expired',
    until: (time) => `works until ${time}`,
    recall: 'Call the link back',
  },

  urgeThem: {
    title: 'Urge whoever has to act',
    open: 'Note that they were urged',
    party: 'Who was urged',
    how: 'How',
    ways: { phone: 'Phone', visit: 'Visit', letter: 'Letter', message: 'Message' },
    answer: 'What they said (leave empty for no answer)',
    answerHint: 'Owners read it. For a date, say whose it is.',
    photo: 'Add a photo (optional)',
    photoChosen: (name) => `Chosen: ${name}`,
    save: 'Note it',
  },

  urge: {
    title: 'Chased',
    never: 'Nobody has chased it yet.',
    times: (n, time, by) =>
      `Chased ${n}×, last ${time}, ${by ? `an owner asked, noted by ${by}` : 'by an owner on a page'}.`,
    again: 'The owner asks again',
    word: 'What the owner said (optional)',
    wordHint: 'For colleagues; owners who ask see how often it was chased.',
    note: (n) => `Note chase number ${n}`,
  },

  intake: {
    lead: 'For what is said on the phone, at the counter or in a group. Write it as it was said; matter, home and phone are found in it, and you change what is wrong.',
    channel: 'Where from',
    text: 'What was said',
    textHint: 'As it was said, or paste the group message. Ctrl+Enter when done.',
    home: 'Home',
    homeHint: 'Type 3-2-501, a name or a phone.',
    found: 'Homes found',
    contact: 'Phone',
    intent: 'What it is about',
    guessed: 'Found in the words; change it if it is wrong',
    kind: 'Take down as',
    kinds: { ticket: 'Ticket', work_order: 'Work order' },
    emergency:
      'This sounds like an emergency: first have them ring the emergency number and leave the danger. It goes to the top.',
    high: 'Strong words: it goes to the manager.',
    submit: 'Take down',
    again: 'It was not taken down. What you wrote is still here; please try again.',
    ticket: 'Taken down as a ticket',
    order: (number) => `Taken down as work order ${number}`,
    urged: (number, n) =>
      `This home reported it before; work order ${number} is still open, noted as chase number ${n}`,
    urgedBefore: (time, by) => ` (the last one ${time}${by && `, noted by ${by}`})`,
    joined: (number) => `There is work order ${number} for this already; it was joined`,
    alsoTicket: ', and a ticket was opened',
    open: 'Open',
  },
}
