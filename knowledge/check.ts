import { addressed, amounts, datesAhead } from './promised.ts'
import type { EntryOverride, Knowledge, KnowledgeEntry } from './types.ts'

/** One thing that is wrong, with where. */
export interface Finding {
  where: string
  what: string
}

/** Intents that must be there, since rules, handlers and the evaluation name them. */
export interface CheckOptions {
  required: readonly string[]
  /** ISO date against which laws are in force or not. */
  today: string
}

const MANY = { zh: 20, en: 5, tests: 5 }

/** Everything about knowledge that the schema alone can't see. */
export function checkKnowledge(knowledge: Knowledge, { required, today }: CheckOptions): Finding[] {
  const entries = [...knowledge.entries.values()]
  return [
    ...required
      .filter((id) => !knowledge.entries.has(id))
      .map((id) => ({ where: `intents/${id}.md`, what: 'the file of this intent is missing' })),
    ...entries
      .filter((entry) => !required.includes(entry.id) && entry.examples.zh.length === 0)
      .map((entry) => at(entry, 'an intent that nothing knows and that has no examples')),
    ...sharedUtterances(entries),
    ...entries.flatMap((entry) => [
      ...enough(entry),
      ...references(knowledge, entry),
      ...laws(knowledge, entry, today),
      ...placeholders(knowledge, entry),
      ...promises(entry),
      ...slots(entry),
    ]),
    ...replies(knowledge),
    ...communities(knowledge),
  ]
}

const at = (entry: KnowledgeEntry, what: string): Finding => ({ where: `intents/${entry.id}.md`, what })

/** Case, spaces and punctuation make no other utterance. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')

function sharedUtterances(entries: KnowledgeEntry[]): Finding[] {
  const first = new Map<string, string>()
  const findings: Finding[] = []
  for (const entry of entries)
    for (const text of [entry.examples, entry.tests].flatMap(({ zh, en }) => [...zh, ...en])) {
      const key = folded(text)
      const other = key ? first.get(key) : undefined
      if (other && other !== entry.id) findings.push(at(entry, `“${text}” also stands in ${other}`))
      else first.set(key, entry.id)
    }
  return findings
}

function enough({ id, examples, tests }: KnowledgeEntry): Finding[] {
  const where = `intents/${id}.md`
  const findings: Finding[] = []
  if (examples.zh.length < MANY.zh) findings.push({ where, what: `has under ${MANY.zh} Chinese examples` })
  if (examples.en.length < MANY.en) findings.push({ where, what: `has under ${MANY.en} English examples` })
  if (tests.zh.length + tests.en.length < MANY.tests) findings.push({ where, what: `has under ${MANY.tests} tests` })
  const trained = new Set([...examples.zh, ...examples.en].map(folded))
  for (const test of [...tests.zh, ...tests.en])
    if (folded(test) && trained.has(folded(test))) findings.push({ where, what: `“${test}” is both example and test` })
  return findings
}

function references(knowledge: Knowledge, entry: KnowledgeEntry): Finding[] {
  const parties = entry.responsible.filter((id) => !knowledge.parties.has(id))
  return parties.map((id) => at(entry, `nobody is called ${id} in parties.yaml`))
}

function laws(knowledge: Knowledge, entry: KnowledgeEntry, today: string): Finding[] {
  return entry.legal.flatMap((id) => {
    const law = knowledge.laws.get(id)
    if (!law) return [at(entry, `laws.yaml lists no ${id}`)]
    if (law.toBeChecked) return [at(entry, `${id} is to be checked by counsel before it is cited`)]
    if (law.until && law.until <= today) return [at(entry, `${id} is out of force since ${law.until}`)]
    return law.inForce > today ? [at(entry, `${id} takes effect only on ${law.inForce}`)] : []
  })
}

function placeholders(knowledge: Knowledge, entry: KnowledgeEntry): Finding[] {
  const used = textsOf(entry).flatMap((text) => [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''))
  const unknown = [...new Set(used)].filter((key) => !knowledge.factNames.has(key))
  return unknown.map((key) => at(entry, `{${key}} is not in facts.yaml`))
}

function promises(entry: KnowledgeEntry): Finding[] {
  return textsOf(entry).flatMap((text) => heldBack(text).map((what) => at(entry, what)))
}

/** The bot's words that belong to no intent promise as little. */
function replies(knowledge: Knowledge): Finding[] {
  return [...knowledge.replies].flatMap(([key, { zh, en }]) =>
    [zh, en].flatMap(heldBack).map((what) => ({ where: `replies: ${key}`, what })),
  )
}

function heldBack(text: string): string[] {
  return [
    ...datesAhead(text).map((phrase) => `promises “${phrase}”, which is no placeholder`),
    ...amounts(text).map((phrase) => `names the amount “${phrase}”, which is no placeholder`),
    ...addressed(text).map((phrase) => `“${phrase}” without a name and a number`),
  ]
}

function slots({ id, kind, slots }: KnowledgeEntry): Finding[] {
  const needs = kind === 'action' && id !== 'subscribe.status'
  if (needs && !slots.length) return [{ where: `intents/${id}.md`, what: 'an action without slots' }]
  return !needs && kind !== 'action' && slots.length ? [{ where: `intents/${id}.md`, what: `slots in a ${kind}` }] : []
}

function override(knowledge: Knowledge, community: string, id: string, own: EntryOverride): Finding[] {
  const where = `communities/${community}/overrides/${id}.md`
  const entry = knowledge.entries.get(id)
  if (!entry) return [{ where, what: 'there is no such intent' }]
  // What to do in an emergency is the same everywhere; the numbers are facts.
  if (entry.kind === 'emergency') return [{ where, what: 'an emergency has no words of a compound’s own' }]
  const changed = { ...entry, ...own }
  return [...placeholders(knowledge, changed), ...promises(changed)].map(({ what }) => ({ where, what }))
}

/** What owners read. */
const textsOf = ({ answer, nextStep, staffCan, staffCannot }: KnowledgeEntry): string[] =>
  [answer, nextStep, staffCan, staffCannot].flatMap(({ zh, en }) => [zh, en]).flat()

function communities(knowledge: Knowledge): Finding[] {
  return [...knowledge.communities.values()].flatMap((community) => {
    const where = `communities/${community.id}/community.yaml`
    const facts = Object.keys(community.facts).filter((key) => !knowledge.factNames.has(key))
    const starters = community.starters.filter((id) => !knowledge.entries.has(id))
    return [
      ...facts.map((key) => ({ where, what: `${key} is not in facts.yaml` })),
      ...starters.map((id) => ({ where, what: `the starter ${id} is no intent` })),
      ...[...community.overrides].flatMap(([id, own]) => override(knowledge, community.id, id, own)),
    ]
  })
}
