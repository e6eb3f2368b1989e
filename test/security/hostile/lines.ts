import { readFileSync } from 'node:fs'
import { z } from 'zod'

const classes = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(new URL('./lines.json', import.meta.url), 'utf8')))

/** By class: what somebody might write to break a page, a query, a file, a log or a spreadsheet. */
export const hostileClasses: [string, string[]][] = Object.entries(classes)

export const hostileLines: string[] = hostileClasses.flatMap(([, lines]) => lines)

const REPLACEMENT = '\ufffd'

/**
 * What is kept of a line: every character but control characters other than line break and tab, NFC, well-formed.
 * Written here once more, so that a change of the rule is seen.
 */
export function kept(line: string): string {
  let out = ''
  for (const character of wellFormed(line)) {
    const code = character.codePointAt(0) ?? 0
    const isControl = (code < 32 && code !== 9 && code !== 10) || (code >= 127 && code < 160)
    if (!isControl) out += character
  }
  return out.normalize('NFC')
}

/** Halves of a character, which can't be sent, replaced. */
export function wellFormed(line: string): string {
  return Array.from(line, (character) => (/^[\ud800-\udfff]$/u.test(character) ? REPLACEMENT : character)).join('')
}
