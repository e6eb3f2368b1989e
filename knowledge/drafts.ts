import { QiaoError } from '../bot/errors.ts'
import type { Live, Store } from '../bot/ports.ts'
import type { Classification, Classifier, KnowledgeRevision, Words } from '../bot/types.ts'
import { type EntryFields, fieldsOf, newOverride, withFields } from './draftFile.ts'
import { kindOfPath, pathOf } from './files.ts'
import type { Publisher } from './publish.ts'
import type { Knowledge, KnowledgeEntry } from './types.ts'

export interface DraftsParts {
  publisher: Pick<Publisher, 'check' | 'publish' | 'rollBack' | 'candidate' | 'textOf'>
  store: Pick<Store, 'knowledge' | 'reports'>
  live: Live
  /** Hides who somebody is. */
  maskPersonal(text: string): string
  current(): { knowledge: Knowledge; classifier: Classifier }
}

/** Words for a draft: fields of the file, or the whole file. */
export interface DraftWords {
  fields?: EntryFields
  content?: string
  note?: string
}

export interface NewDraftWords extends DraftWords {
  intent: string
  /** Only what this compound says of its own. */
  community?: string
  ticketId?: string
}

/** A revision with what its file says; without fields where it can't be read. */
export type DraftView = KnowledgeRevision & { intent: string; community?: string; fields?: EntryFields }

/** How many of the newest messages are looked at for what a draft would change. */
const MESSAGES = 500
const MONTHS_BACK_MS = 60 * 24 * 3_600_000
const MOST_SHOWN = 50
const TRIES = 5

/** What staff do with knowledge: read, draft, check, publish, take back. */
export class Drafts {
  readonly #parts: DraftsParts

  constructor(parts: DraftsParts) {
    this.#parts = parts
  }

  async overview() {
    const { knowledge } = this.#parts.current()
    const [{ files, version }, open] = await Promise.all([
      this.#parts.store.knowledge.published(),
      this.#parts.store.knowledge.list({ states: ['draft'] }),
    ])
    const entries = [...knowledge.entries.values()].map((entry) => rowOf(knowledge, entry, files))
    return { version, entries, drafts: open.filter(isOfEntries).map(shown) }
  }

  /** @throws QiaoError `not_found` */
  async entry(intent: string, community?: string) {
    const { knowledge } = this.#parts.current()
    const entry = knowledge.entries.get(intent)
    if (!entry || (community !== undefined && !knowledge.communities.has(community)))
      throw new QiaoError('not_found', `no knowledge of ${intent}`)
    const path = pathFor(intent, community)
    const content = await this.#parts.publisher.textOf(path)
    const facts = knowledge.communities.get(community ?? [...knowledge.communities.keys()][0] ?? '')?.facts ?? {}
    const common = fieldsOf(pathFor(intent), (await this.#parts.publisher.textOf(pathFor(intent))) ?? '')
    return {
      ...{ intent, kind: entry.kind, title: entry.title, facts, common },
      ...(community === undefined ? {} : { community }),
      ...(content === undefined ? {} : { content, fields: fieldsOf(path, content) }),
      revisions: (await this.#parts.store.knowledge.list({ path })).map(shown),
    }
  }

  /** @throws QiaoError `not_found` */
  async draft(id: string): Promise<DraftView> {
    const revision = await this.#parts.store.knowledge.find(id)
    if (!revision) throw new QiaoError('not_found', `no revision ${id}`)
    return shown(revision)
  }

  /** @throws QiaoError `bad_request` for what makes no file, `not_found` */
  async start({ intent, community, note, ticketId, ...words }: NewDraftWords, author: string): Promise<DraftView> {
    const path = pathFor(intent, community)
    const { knowledge } = this.#parts.current()
    if (community !== undefined && !(knowledge.communities.has(community) && knowledge.entries.has(intent)))
      throw new QiaoError('not_found', `no ${intent} in ${community}`)
    if (!kindOfPath(path)) throw wrong('intent', 'letters, one dot')
    const content = written(path, await this.#before(path, intent, words), words)
    const more = { ...(note === undefined ? {} : { note }), ...(ticketId === undefined ? {} : { ticketId }) }
    const draft = await this.#parts.store.knowledge.addDraft({ path, content, author, ...more })
    this.#tell()
    return shown(draft)
  }

  /** @throws QiaoError `conflict` when somebody changed it meanwhile, `not_found`, `bad_request` */
  async edit(id: string, version: number, { note, ...words }: DraftWords): Promise<DraftView> {
    const { path, content } = await this.draft(id)
    const change = { content: written(path, content, words), ...(note === undefined ? {} : { note }) }
    const result = await this.#parts.store.knowledge.edit(id, version, change)
    if (result.kind !== 'ok') throw new QiaoError('conflict', 'the draft changed meanwhile, or is none any more')
    this.#tell()
    return shown(result.revision)
  }

  /** Puts an example into the open draft of this intent, or into a new one; nothing learns from it before a manager. */
  async suggestExamples(
    intent: string,
    texts: string[],
    author: string,
    more: { ticketId?: string; note?: string } = {},
  ): Promise<DraftView> {
    if (!this.#parts.current().knowledge.entries.has(intent)) throw new QiaoError('not_found', `no intent ${intent}`)
    const masked = texts.map((text) => this.#parts.maskPersonal(text).trim()).filter(Boolean)
    for (let attempt = 1; ; attempt++) {
      const [open] = await this.#parts.store.knowledge.list({ path: pathFor(intent), states: ['draft'] })
      const content = open?.content ?? (await this.#parts.publisher.textOf(pathFor(intent))) ?? ''
      const fields = { examples: withExamples(fieldsOf(pathFor(intent), content), masked) }
      if (!open) return this.start({ intent, fields, ...more }, author)
      try {
        const note = [...new Set([open.note, more.note].filter(Boolean))].join('\n')
        return await this.edit(open.id, open.version, { fields, ...(note ? { note } : {}) })
      } catch (error) {
        if (!(error instanceof QiaoError && error.code === 'conflict') || attempt === TRIES) throw error
      }
    }
  }

  async check(id: string): Promise<DraftView> {
    const checked = shown(await this.#parts.publisher.check(id))
    this.#tell()
    return checked
  }

  async publish(id: string, by: string): Promise<DraftView> {
    return shown(await this.#parts.publisher.publish(id, by))
  }

  async rollBack(id: string, by: string): Promise<DraftView> {
    return shown(await this.#parts.publisher.rollBack(id, by))
  }

  /** @throws QiaoError `conflict`, `not_found` */
  async discard(id: string): Promise<DraftView> {
    const result = await this.#parts.store.knowledge.discard(id)
    if (result.kind === 'unknown') throw new QiaoError('not_found', `no draft ${id}`)
    if (result.kind !== 'ok') throw new QiaoError('conflict', 'it is no draft any more')
    this.#tell()
    return shown(result.revision)
  }

  /** Which of the newest messages would go elsewhere with this draft; without what tells who wrote them. */
  async messages(id: string, now: Date, communities?: readonly string[]) {
    const draft = await this.draft(id)
    if (!draft.fields) throw new QiaoError('knowledge_wrong', 'the draft is no knowledge file')
    const before = this.#parts.current().classifier
    const { classifier } = await this.#parts.publisher.candidate(draft)
    const [from, to] = [now.getTime() - MONTHS_BACK_MS, now.getTime() + 1].map((time) => new Date(time).toISOString())
    const span = { from: from as string, to: to as string }
    const heard = await this.#parts.store.reports.heard({ ...span, limit: MESSAGES })
    const own = heard.filter(({ community }) => communities?.includes(community) ?? true)
    const lines = own.map(({ text, at }) => ({
      ...{ text: this.#parts.maskPersonal(text), at },
      was: before.classify(text).intent,
      becomes: classifier.classify(text).intent,
    }))
    const moved = lines.filter(({ was, becomes }) => was !== becomes)
    return { looked: lines.length, moved: moved.slice(0, MOST_SHOWN) }
  }

  /** What the bot would make of a text now. */
  tryOut(text: string): Classification {
    const { intent, confidence, alternatives, outOfScope, certainty } = this.#parts.current().classifier.classify(text)
    return { intent, confidence, alternatives, outOfScope, certainty }
  }

  async #before(path: string, intent: string, words: DraftWords): Promise<string> {
    const text = await this.#parts.publisher.textOf(path)
    if (text !== undefined) return text
    if (words.content !== undefined) return ''
    const answer = words.fields?.answer ?? this.#parts.current().knowledge.entries.get(intent)?.answer
    if (kindOfPath(path)?.kind !== 'override' || !answer) throw wrong('content', 'a new entry needs its whole file')
    return newOverride(intent, answer)
  }

  #tell(): void {
    this.#parts.live.publish('desk', { kind: 'knowledge' })
  }
}

const pathFor = (intent: string, community?: string): string =>
  pathOf(community === undefined ? { kind: 'intent', intent } : { kind: 'override', intent, community })

const wrong = (field: string, detail: string): QiaoError =>
  new QiaoError('bad_request', `${field}: ${detail}`, { details: { field, detail } })

/** @throws QiaoError `bad_request` */
function written(path: string, before: string, { fields, content }: DraftWords): string {
  const text = content ?? before
  if (!fields) return text
  try {
    return withFields(path, text, fields)
  } catch (cause) {
    if (cause instanceof QiaoError) throw wrong('fields', cause.message)
    throw cause
  }
}

function withExamples({ examples }: EntryFields, texts: string[]): { zh: string[]; en: string[] } {
  const { zh = [], en = [] } = examples ?? {}
  const known = new Set([...zh, ...en])
  const fresh = [...new Set(texts)].filter((text) => !known.has(text))
  const chinese = (text: string) => /\p{Script=Han}/u.test(text)
  return { zh: [...zh, ...fresh.filter(chinese)], en: [...en, ...fresh.filter((text) => !chinese(text))] }
}

const isOfEntries = ({ path }: KnowledgeRevision): boolean => kindOfPath(path)?.kind !== 'settings'

function shown(revision: KnowledgeRevision): DraftView {
  const file = kindOfPath(revision.path)
  const place = {
    intent: file && 'intent' in file ? file.intent : '',
    ...(file && 'community' in file ? { community: file.community } : {}),
  }
  try {
    return { ...revision, ...place, fields: fieldsOf(revision.path, revision.content) }
  } catch {
    // The check says what is wrong; the text itself is there to be mended.
    return { ...revision, ...place }
  }
}

function rowOf({ communities }: Knowledge, entry: KnowledgeEntry, files: Map<string, string>) {
  const size = ({ zh, en }: { zh: string[]; en: string[] }) => zh.length + en.length
  const overrides = [...communities.values()].filter(({ overrides }) => overrides.has(entry.id)).map(({ id }) => id)
  return {
    ...{ intent: entry.id, kind: entry.kind, title: entry.title as Words, team: entry.team, overrides },
    ...{ examples: size(entry.examples), tests: size(entry.tests), revision: entry.revision },
    source: files.has(pathFor(entry.id)) ? ('desk' as const) : ('file' as const),
  }
}
