import type { Colleague } from '../bot/types.ts'

/** Whom a note calls: `@` with the name of a colleague; of names that begin alike the longest. */
export function mentionsIn<Someone extends Pick<Colleague, 'name'>>(text: string, colleagues: Someone[]): Someone[] {
  const longestFirst = colleagues.toSorted((a, b) => b.name.length - a.name.length)
  const called = text
    .split(/[@＠]/)
    .slice(1)
    .map((after) => longestFirst.find(({ name }) => after.startsWith(name)))
  return [...new Set(called.filter((one) => one !== undefined))]
}
