import type { Language } from '../shared/language.ts'
import { account as accountEn } from './words.account.en.ts'
import { account as accountZh } from './words.account.zh.ts'
import { after as afterEn } from './words.after.en.ts'
import { after as afterZh } from './words.after.zh.ts'
import { day as dayEn } from './words.day.en.ts'
import { day as dayZh } from './words.day.zh.ts'
import { en } from './words.en.ts'
import { handing as handingEn } from './words.handing.en.ts'
import { handing as handingZh } from './words.handing.zh.ts'
import { learning as learningEn } from './words.learning.en.ts'
import { learning as learningZh } from './words.learning.zh.ts'
import { notices as noticesEn } from './words.notices.en.ts'
import { notices as noticesZh } from './words.notices.zh.ts'
import { people as peopleEn } from './words.people.en.ts'
import { people as peopleZh } from './words.people.zh.ts'
import { rooms as roomsEn } from './words.rooms.en.ts'
import { rooms as roomsZh } from './words.rooms.zh.ts'
import { signs as signsEn } from './words.signs.en.ts'
import { signs as signsZh } from './words.signs.zh.ts'
import { talk as talkEn } from './words.talk.en.ts'
import { talk as talkZh } from './words.talk.zh.ts'
import { zh } from './words.zh.ts'

/** What both languages have words for. */
export type Words = typeof zh & {
  rooms: typeof roomsZh
  learning: typeof learningZh
  handing: typeof handingZh
  day: typeof dayZh
  after: typeof afterZh
  people: typeof peopleZh
  talk: typeof talkZh
  signs: typeof signsZh
  notices: typeof noticesZh
  account: typeof accountZh
}

export const WORDS: Record<Language, Words> = {
  zh: {
    ...zh,
    rooms: roomsZh,
    learning: learningZh,
    handing: handingZh,
    day: dayZh,
    after: afterZh,
    people: peopleZh,
    talk: talkZh,
    signs: signsZh,
    notices: noticesZh,
    account: accountZh,
  },
  en: {
    ...en,
    rooms: roomsEn,
    learning: learningEn,
    handing: handingEn,
    day: dayEn,
    after: afterEn,
    people: peopleEn,
    talk: talkEn,
    signs: signsEn,
    notices: noticesEn,
    account: accountEn,
  },
}
