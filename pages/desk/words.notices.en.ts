import type { notices as zh } from './words.notices.zh.ts'

/** Notices that the browser gives while the desk is out of sight, in English. */
export const notices: typeof zh = {
  title: 'New message notices',
  lead: 'While the desk is in the background, your browser tells you when a message comes on a ticket you hold, or a new ticket comes for your team. Click the notice to open that ticket.',
  private: 'A notice never shows what the owner said, a phone number or a home.',
  isOn: 'On, on this computer.',
  isOff: 'Off, on this computer.',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  sound: 'Play a short sound too',
  hindered: {
    denied:
      'The browser does not allow notices here yet. Click the icon left of the address, set “Notifications” to “Allow”, then press “Turn on” again.',
    unable: 'This browser cannot give notices. Please use a newer one.',
    insecure:
      'This address does not begin with https, so the browser gives no notices. Please ask an administrator for the https address.',
  },
  toYou: 'An owner is waiting for your answer',
  toYouMore: 'There is a new message on a ticket you hold. Click to read it.',
  came: (n: number) => (n > 1 ? `${n} new tickets` : 'A new ticket'),
  urgent: 'An emergency that nobody has taken',
  openIt: 'Click to open it.',
}
