import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { QiaoError } from '../bot/errors.ts'
import { lists, words } from './schema.ts'
import type { EntryOverride } from './types.ts'

const head = z.object({ id: z.string(), next_step: words.optional(), staff_can: lists.optional() }).strict()

/**
 * What a compound says of its own of common entries: `overrides/<intent>.md`, with front matter (`id`, `next_step`,
 * `staff_can`) and the answer under `## zh` and `## en`, each of them only where it differs.
 * @throws QiaoError `bad_knowledge`, naming the file and what is wrong
 */
export function loadOverrides(dir: string): Map<string, EntryOverride> {
  const files = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.md')) : []
  return new Map(
    files.sort().map((name) => {
      const file = join(dir, name)
      const { id, override } = parseOverride(file, readFileSync(file, 'utf8'))
      if (id !== basename(name, '.md'))
        throw new QiaoError('bad_knowledge', `${file}: its id is ${id}; name the file after it`)
      return [id, override]
    }),
  )
}

/** As `loadOverrides`, of one file's text. */
export function parseOverride(file: string, text: string): { id: string; override: EntryOverride } {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text)
  if (!parts) throw new QiaoError('bad_knowledge', `${file}: no front matter between two lines of ---`)
  const { id, next_step, staff_can } = readHead(file, parts[1] ?? '')
  const answer = answerIn(file, parts[2] ?? '')
  if (!next_step && !staff_can && !answer) throw new QiaoError('bad_knowledge', `${file}: it changes nothing`)
  const override = {
    ...(answer ? { answer } : {}),
    ...(next_step ? { nextStep: next_step } : {}),
    ...(staff_can ? { staffCan: staff_can } : {}),
    revision: createHash('sha256').update(text).digest('hex').slice(0, 8),
  }
  return { id, override }
}

function readHead(file: string, yaml: string): z.infer<typeof head> {
  let data: unknown
  try {
    data = parse(yaml)
  } catch (cause) {
    throw new QiaoError('bad_knowledge', `${file}: the front matter is not YAML: ${String(cause)}`, { cause })
  }
  const result = head.safeParse(data)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new QiaoError('bad_knowledge', `${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** Both languages or none: an owner who writes English isn't answered with the common words. */
function answerIn(file: string, body: string): EntryOverride['answer'] {
  const sections = body.split(/^## /m).map((part) => part.trim())
  const of = (language: string) => {
    const found = sections.find((part) => part.startsWith(`${language}\n`))
    return found?.slice(language.length).trim()
  }
  const [zh, en] = [of('zh'), of('en')]
  if (!zh !== !en) throw new QiaoError('bad_knowledge', `${file}: the answer under "## ${zh ? 'en' : 'zh'}" is missing`)
  if (!zh && body.trim())
    throw new QiaoError('bad_knowledge', `${file}: a text that stands under neither ## zh nor ## en`)
  return zh && en ? { zh, en } : undefined
}
