import type { Language } from '../shared/language.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** What both languages have words for. */
export type Words = typeof zh

export const WORDS: Record<Language, Words> = { zh, en }
