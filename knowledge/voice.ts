import type { LegalNote, Locale, Phone, Responsibility, Words } from '../bot/types.ts'
import { formatDay, formatTime } from './hours.ts'
import type { Community, EntryOverride, Knowledge, KnowledgeEntry } from './types.ts'

/** Simplified to traditional, for owners who write so. Given by the classifier's room, which has the tables. */
export type ToTraditional = (text: string) => string

/** Speaks the words of knowledge in one language, with one compound's facts. */
export class Voice {
  readonly #knowledge: Knowledge
  readonly #community: Community
  readonly #locale: Locale
  readonly #toTraditional: ToTraditional

  constructor(knowledge: Knowledge, community: Community, locale: Locale, toTraditional: ToTraditional) {
    this.#knowledge = knowledge
    this.#community = community
    this.#locale = locale
    this.#toTraditional = toTraditional
  }

  get english(): boolean {
    return this.#locale === 'en'
  }

  /** The words in this voice's language. */
  pick(words: Words): string {
    if (this.#locale === 'en') return words.en
    return this.#locale === 'zh-TW' ? this.#toTraditional(words.zh) : words.zh
  }

  /**
   * Words of replies/*.yaml with facts and `vars` filled in.
   * @throws Error for a key that is not there: a fault of ours, found by the tests
   */
  say(key: string, vars: Record<string, string | number> = {}): string {
    const words = this.#knowledge.replies.get(key)
    if (!words) throw new Error(`no reply is called ${key}`)
    return this.fill(this.pick(words), vars)
  }

  /** The entry's answer; what is not on file is said to be so in place of its sentence. */
  answer(entry: KnowledgeEntry): string {
    return this.fill(this.pick(this.#override(entry)?.answer ?? entry.answer))
  }

  /** Where the words come from: the entry's revision, and after a dot that of the compound's own words. */
  revision(entry: KnowledgeEntry): string {
    const own = this.#override(entry)
    return own ? `${entry.revision}.${own.revision}` : entry.revision
  }

  title(entry: KnowledgeEntry): string {
    return this.pick(entry.title)
  }

  /** One fact of the compound, undefined when it is not on file. */
  fact(key: string): string | undefined {
    const words = this.#community.facts[key]
    return words && this.pick(words)
  }

  phone(key: string): Phone | undefined {
    const number = this.fact(key)
    const label = this.#knowledge.factNames.get(key)
    return number && label ? { number, label: this.pick(label) } : undefined
  }

  /** 9月2日, from an ISO date. */
  day(iso: string, now: Date): string {
    return this.pick(same(formatDay(this.#community, this.english, iso, now)))
  }

  /** 今天 9:10, from an ISO time, in the compound's time zone. */
  time(iso: string, now: Date): string {
    return this.pick(same(formatTime(this.#community, this.english, new Date(iso), now)))
  }

  responsibility(entry: KnowledgeEntry): Responsibility {
    const parties = entry.responsible.flatMap((id) => this.#knowledge.parties.get(id) ?? [])
    const phone = parties.map((party) => party.phone && this.phone(party.phone)).find(Boolean)
    const list = this.english ? ', ' : '、'
    return {
      who: parties.map((party) => this.pick(party.name)).join(list),
      can: this.#lines(this.#override(entry)?.staffCan ?? entry.staffCan),
      cannot: this.#lines(entry.staffCannot),
      next: this.fill(this.pick(this.#override(entry)?.nextStep ?? entry.nextStep)),
      law: entry.legal.flatMap((id) => this.#law(id)),
      ...(phone ? { phone } : {}),
    }
  }

  /**
   * Fills {placeholders} from `vars`, then from the compound's facts. A sentence whose fact is missing is replaced by
   * one that says what is not on file.
   */
  fill(text: string, vars: Record<string, string | number> = {}): string {
    const sentences = text.split(/(?<=[。！？!?\n]|\.\s)/)
    return sentences.map((sentence) => this.#fillSentence(sentence, vars)).join('')
  }

  #fillSentence(sentence: string, vars: Record<string, string | number>): string {
    let missing: string | undefined
    const filled = sentence.replace(/\{([a-z0-9_.]+)\}/gi, (whole, key: string) => {
      const value = key in vars ? String(vars[key]) : this.fact(key)
      if (value !== undefined) return value
      if (!this.#knowledge.factNames.has(key)) return whole
      missing = key
      return ''
    })
    return missing ? `${this.#notOnFile(missing)}${/\s$/.test(sentence) ? sentence.slice(-1) : ''}` : filled
  }

  #override({ id }: KnowledgeEntry): EntryOverride | undefined {
    return this.#community.overrides.get(id)
  }

  #notOnFile(key: string): string {
    const name = this.#knowledge.factNames.get(key)
    const words = this.#knowledge.replies.get('no_fact')
    return name && words ? this.pick(words).replace('{what}', this.pick(name)) : ''
  }

  #lines(lines: { zh: string[]; en: string[] }): string[] {
    return (this.english ? lines.en : lines.zh.map((zh) => this.pick({ zh, en: '' }))).map((line) => this.fill(line))
  }

  #law(id: string): LegalNote[] {
    const law = this.#knowledge.laws.get(id)
    if (!law || law.toBeChecked) return []
    const cite = this.english
      ? `${law.name.en}, art. ${law.article}`
      : this.pick({ zh: `《${law.name.zh}》第${law.article}条`, en: '' })
    return [{ cite, inForce: law.inForce, says: this.pick(law.says) }]
  }
}

const same = (text: string): Words => ({ zh: text, en: text })
