import type { account as chinese } from './words.account.zh.ts'

/** One's own account at the desk, in English. */
export const account: typeof chinese = {
  title: (name: string) => `Account of ${name}`,
  lead: 'Your own password and sign-ins. Each change is kept in the audit.',
  password: 'Password',
  present: 'Present password',
  next: 'New password',
  rules:
    'At least 12 characters. Not your name, no row of keys, no common words; a few unrelated words in a row are easy to keep and hard to guess.',
  ends: 'Once it is changed, you are signed out everywhere else.',
  change: 'Change the password',
  changed: 'The password is changed, and you are signed out everywhere else.',
  factor: 'Second factor',
  factorOn: 'On: signing in takes six digits from your phone besides the password.',
  factorOff: 'Off. With it, somebody who knows your password still cannot get in.',
  factorStart: 'Set it up',
  factorSteps:
    'On your phone, tap “Open in the authenticator”; or add the secret below by hand in your authenticator. Then enter the six digits that it shows.',
  open: 'Open in the authenticator',
  secret: 'Secret (in groups of four, without spaces)',
  confirm: 'Confirm and turn on',
  turnOff: 'Turn the second factor off',
  turnedOff: 'The second factor is off.',
  turnedOn: 'The second factor is on.',
  codes: 'Recovery codes, shown this once',
  codesLead:
    'Without your phone, one of them takes the place of the six digits; each works once. Write them down and keep them, not on this computer.',
  kept: 'I have kept them',
  sessions: 'Where you are signed in',
  sessionsLead: 'If you don’t know one of them, sign it out, then change your password.',
  here: 'this is here',
  since: (when: string) => `since ${when}`,
  end: 'Sign out there',
  ended: 'Signed out there.',
}
