import { type RawBuilder, sql } from 'kysely'

/*
 * Words looked for in a text. One database's `like` tells A from a and another's does not, so both sides are lowered;
 * their `lower` knows the letters of ASCII alone.
 */

const ASCII_CAPITALS = /[A-Z]+/g
const WILD = /[\\%_]/g

export const lower = (words: string): string => words.replace(ASCII_CAPITALS, (capitals) => capitals.toLowerCase())

/** A pattern that finds the words themselves, whatever is in them. */
export const containing = (words: string): string => `%${words.replace(WILD, '\\$&')}%`

export const startingWith = (words: string): string => `${words.replace(WILD, '\\$&')}%`

/** `text` matches the pattern, in which `\` says that the next sign is meant itself. */
export const like = (text: RawBuilder<unknown>, pattern: string): RawBuilder<boolean> =>
  sql<boolean>`${text} like ${pattern} escape '\\'`
