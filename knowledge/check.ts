import type { KnowledgeFinding } from '../bot/types.ts'
import { addressed, amounts, datesAhead } from './promised.ts'
import type { EntryOverride, Knowledge, KnowledgeEntry } from './types.ts'

export type Finding = KnowledgeFinding

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
      .map((id) => ({
        where: `intents/${id}.md`,
        what: 'the file of this intent is missing',
        zh: '缺少这个意图的文件',
      })),
    ...entries
      .filter((entry) => !required.includes(entry.id) && entry.examples.zh.length === 0)
      .map((entry) =>
        at(entry, 'an intent that nothing knows and that has no examples', '没有地方用到、也没有例句的意图'),
      ),
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

const at = (entry: KnowledgeEntry, what: string, zh: string): Finding => ({ where: `intents/${entry.id}.md`, what, zh })

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
      if (other && other !== entry.id)
        findings.push(at(entry, `“${text}” also stands in ${other}`, `“${text}”在 ${other} 里也有`))
      else first.set(key, entry.id)
    }
  return findings
}

function enough({ id, examples, tests }: KnowledgeEntry): Finding[] {
  const where = `intents/${id}.md`
  const findings: Finding[] = []
  if (examples.zh.length < MANY.zh)
    findings.push({ where, what: `has under ${MANY.zh} Chinese examples`, zh: `中文例句不到 ${MANY.zh} 句` })
  if (examples.en.length < MANY.en)
    findings.push({ where, what: `has under ${MANY.en} English examples`, zh: `英文例句不到 ${MANY.en} 句` })
  if (tests.zh.length + tests.en.length < MANY.tests)
    findings.push({ where, what: `has under ${MANY.tests} tests`, zh: `考题不到 ${MANY.tests} 句` })
  const trained = new Set([...examples.zh, ...examples.en].map(folded))
  for (const test of [...tests.zh, ...tests.en])
    if (folded(test) && trained.has(folded(test)))
      findings.push({ where, what: `“${test}” is both example and test`, zh: `“${test}”既是例句又是考题` })
  return findings
}

function references(knowledge: Knowledge, entry: KnowledgeEntry): Finding[] {
  const parties = entry.responsible.filter((id) => !knowledge.parties.has(id))
  return parties.map((id) => at(entry, `nobody is called ${id} in parties.yaml`, `parties.yaml 里没有 ${id}`))
}

function laws(knowledge: Knowledge, entry: KnowledgeEntry, today: string): Finding[] {
  return entry.legal.flatMap((id) => {
    const law = knowledge.laws.get(id)
    if (!law) return [at(entry, `laws.yaml lists no ${id}`, `laws.yaml 里没有 ${id}`)]
    if (law.toBeChecked)
      return [at(entry, `${id} is to be checked by counsel before it is cited`, `${id} 要先请律师核对才能引用`)]
    if (law.until && law.until <= today)
      return [at(entry, `${id} is out of force since ${law.until}`, `${id} 从 ${law.until} 起已失效`)]
    return law.inForce > today
      ? [at(entry, `${id} takes effect only on ${law.inForce}`, `${id} 到 ${law.inForce} 才生效`)]
      : []
  })
}

function placeholders(knowledge: Knowledge, entry: KnowledgeEntry): Finding[] {
  const used = textsOf(entry).flatMap((text) => [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''))
  const unknown = [...new Set(used)].filter((key) => !knowledge.factNames.has(key))
  return unknown.map((key) => at(entry, `{${key}} is not in facts.yaml`, `facts.yaml 里没有 {${key}}`))
}

function promises(entry: KnowledgeEntry): Finding[] {
  return textsOf(entry).flatMap((text) => heldBack(text).map(({ what, zh }) => at(entry, what, zh)))
}

/** The bot's words that belong to no intent promise as little. */
function replies(knowledge: Knowledge): Finding[] {
  return [...knowledge.replies].flatMap(([key, { zh, en }]) =>
    [zh, en].flatMap(heldBack).map((held) => ({ where: `replies: ${key}`, ...held })),
  )
}

function heldBack(text: string): Omit<Finding, 'where'>[] {
  return [
    ...datesAhead(text).map((phrase) => ({
      what: `promises “${phrase}”, which is no placeholder`,
      zh: `写了没有记录的时间承诺“${phrase}”`,
    })),
    ...amounts(text).map((phrase) => ({
      what: `names the amount “${phrase}”, which is no placeholder`,
      zh: `写死了金额“${phrase}”，要用占位符`,
    })),
    ...addressed(text).map((phrase) => ({
      what: `“${phrase}” without a name and a number`,
      zh: `“${phrase}”没写找谁、打什么电话`,
    })),
  ]
}

function slots({ id, kind, slots }: KnowledgeEntry): Finding[] {
  const needs = kind === 'action' && id !== 'subscribe.status'
  if (needs && !slots.length)
    return [{ where: `intents/${id}.md`, what: 'an action without slots', zh: '登记类的意图没写要问什么' }]
  return !needs && kind !== 'action' && slots.length
    ? [{ where: `intents/${id}.md`, what: `slots in a ${kind}`, zh: `${kind} 类的意图不该有要问的项目` }]
    : []
}

function override(knowledge: Knowledge, community: string, id: string, own: EntryOverride): Finding[] {
  const where = `communities/${community}/overrides/${id}.md`
  const entry = knowledge.entries.get(id)
  if (!entry) return [{ where, what: 'there is no such intent', zh: '没有这个意图' }]
  // What to do in an emergency is the same everywhere; the numbers are facts.
  if (entry.kind === 'emergency')
    return [{ where, what: 'an emergency has no words of a compound’s own', zh: '紧急情况全公司一样，不能按小区改' }]
  const changed = { ...entry, ...own }
  return [...placeholders(knowledge, changed), ...promises(changed)].map((finding) => ({ ...finding, where }))
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
      ...facts.map((key) => ({ where, what: `${key} is not in facts.yaml`, zh: `facts.yaml 里没有 ${key}` })),
      ...starters.map((id) => ({ where, what: `the starter ${id} is no intent`, zh: `常问问题里的 ${id} 不是意图` })),
      ...[...community.overrides].flatMap(([id, own]) => override(knowledge, community.id, id, own)),
    ]
  })
}
