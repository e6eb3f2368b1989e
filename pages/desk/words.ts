import type { Language } from '../shared/language.ts'
import { en } from './words.en.ts'
import { rooms as roomsEn } from './words.rooms.en.ts'
import { rooms as roomsZh } from './words.rooms.zh.ts'
import { zh } from './words.zh.ts'

/** What both languages have words for. */
export type Words = typeof zh & { rooms: typeof roomsZh }

export const WORDS: Record<Language, Words> = { zh: { ...zh, rooms: roomsZh }, en: { ...en, rooms: roomsEn } }
