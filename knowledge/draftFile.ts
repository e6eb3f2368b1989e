import type { Words } from '../bot/types.ts'
import { kindOfPath } from './files.ts'
import { parseIntentFile } from './intentFile.ts'
import { parseOverride } from './overrides.ts'
import type { ByLanguage } from './types.ts'
import { setYaml } from './yamlEdit.ts'

/** What staff write of an entry; the rest of its file is for whoever keeps the files. */
export interface EntryFields {
  title?: Words
  answer?: Words
  nextStep?: Words
  staffCan?: ByLanguage
  staffCannot?: ByLanguage
  examples?: ByLanguage
  tests?: ByLanguage
}

/** In the front matter. */
const KEYS: [keyof EntryFields, string][] = [
  ['title', 'title'],
  ['nextStep', 'next_step'],
  ['staffCan', 'staff_can'],
  ['staffCannot', 'staff_cannot'],
  ['examples', 'examples'],
  ['tests', 'tests'],
]

/**
 * What the file says in these fields.
 * @throws QiaoError `bad_knowledge` for a text that is no such file
 */
export function fieldsOf(path: string, text: string): EntryFields {
  if (kindOfPath(path)?.kind === 'override') {
    const { answer, nextStep, staffCan } = parseOverride(path, text).override
    return { ...(answer && { answer }), ...(nextStep && { nextStep }), ...(staffCan && { staffCan }) }
  }
  const { title, answer, nextStep, staffCan, staffCannot, examples, tests } = parseIntentFile(path, text)
  return { title, answer, nextStep, staffCan, staffCannot, examples, tests }
}

/**
 * The file with these fields instead; whatever they leave as it is keeps its lines.
 * @throws QiaoError `bad_knowledge` for a text that is no such file
 */
export function withFields(path: string, text: string, fields: EntryFields): string {
  const before = fieldsOf(path, text)
  const [, yaml = '', body = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text) ?? []
  let head = `${yaml}\n`
  for (const [field, key] of KEYS) {
    const value = fields[field]
    if (value !== undefined && !same(value, before[field])) head = setValue(head, key, value, before[field])
  }
  const answer = fields.answer && !same(fields.answer, before.answer) ? fields.answer : undefined
  return `---\n${head.trimEnd()}\n---\n${answer ? bodyOf(answer) : body}`
}

/** Both languages one by one, so that the one that stays keeps its lines. */
function setValue(
  head: string,
  key: string,
  value: Words | ByLanguage,
  before: Words | ByLanguage | undefined,
): string {
  if (!before) return setYaml(head, [key], { zh: value.zh, en: value.en })
  let text = head
  for (const language of ['zh', 'en'] as const)
    if (!same(value[language], before[language])) text = setYaml(text, [key, language], value[language])
  return text
}

const bodyOf = ({ zh, en }: Words): string => `\n## zh\n\n${zh.trim()}\n\n## en\n\n${en.trim()}\n`

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A compound's own words, where there are none yet. */
export function newOverride(intent: string, answer: Words): string {
  return `---\nid: ${intent}\n---\n${bodyOf(answer)}`
}
