import { QiaoError } from '../bot/errors.ts'
import type { Store } from '../bot/ports.ts'
import type { KnowledgeRevision, Words } from '../bot/types.ts'
import { pathOf } from './files.ts'
import { parseCommunity } from './load.ts'
import type { Publisher } from './publish.ts'
import type { Community, Knowledge } from './types.ts'
import { setYaml, withoutYaml } from './yamlEdit.ts'

/** What staff may set of a compound; each left out stays. */
export interface SettingsChange {
  hours?: Partial<Record<Weekday, string[]>>
  quietHours?: string
  /** Closed, whatever the weekday. The whole list, in place of the one before. */
  holidays?: Community['hours']['holidays']
  /** 调休: open with these hours, though a weekend. The whole list. */
  workdays?: Community['hours']['workdays']
  precision?: number
  answerWithinMinutes?: { emergency: number; high: number; normal: number }
  /** Phones, fees and places, by key; both languages empty: no longer on file. */
  facts?: Record<string, Words>
  starters?: string[]
  answers?: Community['answers']
  /** After something was ended, when somebody else asks whether it held. */
  returnVisitHours?: number
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export interface SettingsParts {
  publisher: Pick<Publisher, 'textOf' | 'publish' | 'rollBack'>
  store: Pick<Store, 'knowledge'>
  current(): { knowledge: Knowledge }
}

/** The settings of compounds: revisions over community.yaml, published at once when the check finds nothing. */
export class Settings {
  readonly #parts: SettingsParts

  constructor(parts: SettingsParts) {
    this.#parts = parts
  }

  /** @throws QiaoError `not_found` */
  async of(community: string) {
    const { knowledge } = this.#parts.current()
    const { hours, quietHours, precision, answerWithinMinutes, facts, starters, answers, desk } =
      this.#community(community)
    const named = [...knowledge.factNames].map(([key, name]) => ({
      key,
      name,
      ...(facts[key] && { value: facts[key] }),
    }))
    const week = Object.fromEntries(WEEKDAYS.map((day, index) => [day, hours.week[index] ?? []]))
    const revisions = await this.#parts.store.knowledge.list({ path: pathFor(community) })
    return {
      ...{ community, hours: week as Record<Weekday, string[]>, quietHours, precision, answerWithinMinutes },
      ...{
        facts: named,
        starters,
        answers,
        holidays: hours.holidays,
        workdays: hours.workdays,
        returnVisitHours: desk.returnVisitHours,
      },
      revisions: revisions.map(({ content: _content, before: _before, ...revision }) => revision),
    }
  }

  /**
   * @throws QiaoError `knowledge_wrong` with what the check found, `bad_request`, `conflict`, `not_found`
   */
  async change(community: string, change: SettingsChange, by: string): Promise<KnowledgeRevision> {
    const { facts } = this.#community(community)
    const path = pathFor(community)
    const before = (await this.#parts.publisher.textOf(path)) ?? ''
    const content = withSettings(before, change, facts)
    try {
      parseCommunity(community, path, content)
    } catch (error) {
      if (!(error instanceof QiaoError)) throw error
      throw new QiaoError('bad_request', error.message, { details: { field: 'settings', detail: error.message } })
    }
    const draft = await this.#parts.store.knowledge.addDraft({ path, content, author: by })
    try {
      return await this.#parts.publisher.publish(draft.id, by)
    } catch (error) {
      await this.#parts.store.knowledge.discard(draft.id)
      throw error
    }
  }

  /** @throws QiaoError `not_found`, `conflict` */
  async rollBack(community: string, id: string, by: string): Promise<KnowledgeRevision> {
    this.#community(community)
    const revision = await this.#parts.store.knowledge.find(id)
    if (revision?.path !== pathFor(community)) throw new QiaoError('not_found', `no revision ${id} of ${community}`)
    return this.#parts.publisher.rollBack(id, by)
  }

  #community(id: string): Community {
    const community = this.#parts.current().knowledge.communities.get(id)
    if (!community) throw new QiaoError('not_found', `no compound ${id}`)
    return community
  }
}

const pathFor = (community: string): string => pathOf({ kind: 'settings', community })

function withSettings(before: string, change: SettingsChange, known: Record<string, Words>): string {
  const { hours = {}, holidays, workdays, facts = {}, returnVisitHours, ...rest } = change
  let text = before
  for (const [day, spans] of Object.entries(hours)) text = setYaml(text, ['hours', day], spans)
  if (holidays) text = setYaml(text, ['hours', 'holidays'], inOrder(holidays.map(plain), 'from'))
  if (workdays) text = setYaml(text, ['hours', 'workdays'], inOrder(workdays, 'day'))
  for (const [key, words] of Object.entries(facts)) text = withFact(text, key, words, known[key])
  if (returnVisitHours !== undefined) text = setYaml(text, ['desk', 'returnVisitHours'], returnVisitHours)
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) text = setYaml(text, [key], value)
  return text
}

const plain = ({ from, to, name: { zh, en } }: Community['hours']['holidays'][number]) => ({
  from,
  to,
  name: { zh, en },
})

/** As one reads a calendar. */
const inOrder = <Day extends string, One extends Record<Day, string>>(list: readonly One[], day: Day): One[] =>
  list.toSorted((a, b) => a[day].localeCompare(b[day]))

function withFact(text: string, key: string, { zh, en }: Words, before: Words | undefined): string {
  if (before && before.zh === zh && before.en === en) return text
  if (zh && en) return setYaml(text, ['facts', key], { zh, en })
  return before ? withoutYaml(text, ['facts', key]) : text
}
