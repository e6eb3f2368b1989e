import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import type { z } from 'zod'
import { QiaoError } from '../bot/errors.ts'
import { frontMatter } from './schema.ts'
import type { KnowledgeEntry } from './types.ts'

/**
 * Reads one intent file: YAML front matter, then `## zh` and `## en`.
 * @throws QiaoError `bad_knowledge`, naming the file and what is wrong
 */
export function parseIntentFile(file: string, text: string): KnowledgeEntry {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text)
  if (!parts) throw new QiaoError('bad_knowledge', `${file}: no front matter between two lines of ---`)
  const head = readHead(file, parts[1] ?? '')
  const answer = { zh: section(file, parts[2] ?? '', 'zh'), en: section(file, parts[2] ?? '', 'en') }
  return toEntry(head, answer, createHash('sha256').update(text).digest('hex').slice(0, 8))
}

function readHead(file: string, yaml: string): z.infer<typeof frontMatter> {
  let data: unknown
  try {
    data = parse(yaml)
  } catch (cause) {
    throw new QiaoError('bad_knowledge', `${file}: the front matter is not YAML: ${String(cause)}`, { cause })
  }
  const result = frontMatter.safeParse(data)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new QiaoError('bad_knowledge', `${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}

function section(file: string, body: string, language: 'zh' | 'en'): string {
  const found = body
    .split(/^## /m)
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${language}\n`))
  const text = found?.slice(language.length).trim()
  if (!text) throw new QiaoError('bad_knowledge', `${file}: the answer under "## ${language}" is missing`)
  return text
}

function toEntry(
  head: z.infer<typeof frontMatter>,
  answer: KnowledgeEntry['answer'],
  revision: string,
): KnowledgeEntry {
  return {
    id: head.id,
    kind: head.kind,
    title: head.title,
    aliases: head.aliases,
    examples: head.examples,
    tests: head.tests,
    responsible: head.responsible,
    staffCan: head.staff_can,
    staffCannot: head.staff_cannot,
    nextStep: head.next_step,
    legal: head.legal,
    slots: head.slots,
    ...(head.topic === undefined ? {} : { topic: head.topic }),
    team: head.team,
    answer,
    revision,
  }
}
