import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { QiaoError } from '../bot/errors.ts'
import { parseIntentFile } from './intentFile.ts'
import { loadOverrides } from './overrides.ts'
import * as schema from './schema.ts'
import type { Community, Knowledge, KnowledgeEntry, Law, PartyEntry } from './types.ts'

/**
 * Reads and validates the whole knowledge folder.
 * @throws QiaoError `bad_knowledge` for the first file that is missing or wrong
 */
export function loadKnowledge(dir: string): Knowledge {
  return {
    entries: loadEntries(join(dir, 'intents')),
    laws: new Map(Object.entries(readYaml(join(dir, 'laws.yaml'), schema.laws) as Record<string, Law>)),
    parties: new Map(Object.entries(readYaml(join(dir, 'parties.yaml'), schema.parties) as Record<string, PartyEntry>)),
    factNames: new Map(Object.entries(readYaml(join(dir, 'facts.yaml'), schema.factNames))),
    replies: loadReplies(join(dir, 'replies')),
    communities: loadCommunities(join(dir, 'communities')),
    calibration: loadMessages(join(dir, 'calibration')),
  }
}

/** Every example utterance with its intent, in a fixed order, so that training is the same everywhere. */
export function examplesOf(entries: Iterable<KnowledgeEntry>): { text: string; intent: string }[] {
  return utterances(entries, 'examples')
}

/** The held-out utterances of the knowledge files. */
export function testsOf(entries: Iterable<KnowledgeEntry>): { text: string; intent: string }[] {
  return utterances(entries, 'tests')
}

/**
 * What tells the model how sure it may be: messages of owners, and the held-out utterances, which are harder. A test that
 * more than one intent answers stands among the messages with these, and counts as it stands there.
 */
export function calibrationOf(knowledge: Pick<Knowledge, 'entries' | 'calibration'>): CalibrationMessage[] {
  const labelled = new Set(knowledge.calibration.map(({ text }) => text))
  const tests = testsOf(knowledge.entries.values()).filter(({ text }) => !labelled.has(text))
  return [...knowledge.calibration, ...tests]
}

function utterances(
  entries: Iterable<KnowledgeEntry>,
  field: 'examples' | 'tests',
): { text: string; intent: string }[] {
  return [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((entry) => [...entry[field].zh, ...entry[field].en].map((text) => ({ text, intent: entry.id })))
}

function loadEntries(dir: string): Map<string, KnowledgeEntry> {
  const entries = new Map<string, KnowledgeEntry>()
  for (const file of filesIn(dir, '.md')) {
    const entry = parseIntentFile(file, readFileSync(join(dir, file), 'utf8'))
    if (entry.id !== basename(file, '.md'))
      throw new QiaoError('bad_knowledge', `${file}: its id is ${entry.id}; name the file after it`)
    entries.set(entry.id, entry)
  }
  return entries
}

type CalibrationMessage = Omit<Knowledge['calibration'][number], 'also'> & { also?: string[] }

/** Files of messages that were looked at when examples were written; the model knows their like too well. */
const REHEARSED = /^rehearsed/
const WEIGHT_OF_REHEARSED = 1 / 3

/** Messages by which the model learns how sure it may be; JSON lines. */
function loadMessages(dir: string): Knowledge['calibration'] {
  if (!existsSync(dir)) return []
  return filesIn(dir, '.jsonl').flatMap((file) => {
    const weight = REHEARSED.test(file) ? { weight: WEIGHT_OF_REHEARSED } : {}
    return readFileSync(join(dir, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        line.trim() ? [{ ...readMessage(line, `${file}, line ${index + 1}`), ...weight }] : [],
      )
  })
}

function readMessage(line: string, where: string): Knowledge['calibration'][number] {
  try {
    return schema.labelledMessage.parse(JSON.parse(line))
  } catch (cause) {
    throw new QiaoError('bad_knowledge', `${where}: not a message with text and intent`, { cause })
  }
}

function loadReplies(dir: string): Knowledge['replies'] {
  return new Map(filesIn(dir, '.yaml').flatMap((file) => Object.entries(readYaml(join(dir, file), schema.replies))))
}

function loadCommunities(dir: string): Map<string, Community> {
  const communities = new Map<string, Community>()
  for (const id of filesIn(dir, '')) {
    const file = join(dir, id, 'community.yaml')
    const status = join(dir, id, 'status.yaml')
    communities.set(id, {
      ...parseCommunity(id, file, textOf(file)),
      board: existsSync(status) ? readYaml(status, schema.statusBoard) : [],
      overrides: loadOverrides(join(dir, id, 'overrides')),
    })
  }
  if (!communities.size) throw new QiaoError('bad_knowledge', `${dir}: there is no compound`)
  return communities
}

/**
 * One compound's settings, without what stands in files of their own.
 * @throws QiaoError `bad_knowledge`
 */
export function parseCommunity(id: string, file: string, text: string): Omit<Community, 'board' | 'overrides'> {
  const { hours, ...rest } = parseYaml(file, text, schema.community)
  if (rest.id !== id) throw new QiaoError('bad_knowledge', `${id}/community.yaml: its id is ${rest.id}`)
  const { mon, tue, wed, thu, fri, sat, sun, holidays, workdays } = hours
  return { ...rest, hours: { week: [mon, tue, wed, thu, fri, sat, sun], holidays, workdays } }
}

function filesIn(dir: string, ending: string): string[] {
  if (!existsSync(dir)) throw new QiaoError('bad_knowledge', `${dir}: the folder is missing`)
  return readdirSync(dir)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort()
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new QiaoError('bad_knowledge', `${file}: ${String(cause)}`, { cause })
  }
}

const readYaml = <S extends z.ZodType>(file: string, shape: S): z.infer<S> => parseYaml(file, textOf(file), shape)

function parseYaml<S extends z.ZodType>(file: string, text: string, shape: S): z.infer<S> {
  let data: unknown
  try {
    data = parse(text)
  } catch (cause) {
    throw new QiaoError('bad_knowledge', `${file}: ${String(cause)}`, { cause })
  }
  const result = shape.safeParse(data)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new QiaoError('bad_knowledge', `${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}
