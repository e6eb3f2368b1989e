import { QiaoError } from '../bot/errors.ts'
import type { KnowledgeStore, RevisionChange } from '../bot/ports/knowledge.ts'
import type { Live, Store } from '../bot/ports.ts'
import type { Classifier, Clock, Comparison, DraftVerdict, KnowledgeRevision } from '../bot/types.ts'
import { checkKnowledge, type Finding } from './check.ts'
import { compare } from './comparison.ts'
import { kindOfPath, readKnowledgeFile } from './files.ts'
import { withFiles } from './overlay.ts'
import type { Knowledge } from './types.ts'

export interface PublisherParts {
  /** KNOWLEDGE_DIR, for the texts of files that nothing was published over. */
  dir: string
  /** What the files say, without anything published from the desk. */
  base: Knowledge
  /** Of what the bot was started with; see `publishedOver`. */
  version: number
  store: Pick<Store, 'knowledge'>
  live: Live
  clock: Clock
  /** The classifier of this knowledge, trained off the event loop or kept from before. */
  train(knowledge: Knowledge): Promise<Classifier>
  /** What the bot knows now. */
  current(): { knowledge: Knowledge; classifier: Classifier }
  /** From the next turn on the bot knows this. */
  learn(knowledge: Knowledge, classifier: Classifier): void
  /** Intents that rules and handlers name. */
  required: readonly string[]
  /** A published revision that this version of the product cannot read is left out. */
  report(error: unknown): void
}

/** Takes drafts through check and comparison to the running bot, and back. */
export class Publisher {
  readonly #parts: PublisherParts
  /** One training at a time: each takes a processor for seconds. */
  #training: Promise<unknown> = Promise.resolve()
  /** Of the published knowledge that this instance works with. */
  #version: number

  constructor(parts: PublisherParts) {
    this.#parts = parts
    this.#version = parts.version
  }

  /** Takes up what is published now, if it isn't taken up yet: when told of it, and now and then. */
  async refresh(): Promise<void> {
    await this.#inTurn(async () => {
      const { store, base, train, learn, report } = this.#parts
      if ((await store.knowledge.version()) === this.#version) return
      const { version, knowledge } = await publishedOver(base, store.knowledge, report)
      learn(knowledge, await train(knowledge))
      this.#version = version
    })
  }

  /** The file as it is known now: what was published last, else the file. */
  async textOf(path: string): Promise<string | undefined> {
    const { store, dir } = this.#parts
    const { files } = await store.knowledge.published()
    return files.get(path) ?? readKnowledgeFile(dir, path)
  }

  /**
   * Checks a draft and compares the model that it makes with the one that answers now.
   * @throws QiaoError `conflict` when the draft changed meanwhile, `not_found`
   */
  async check(id: string): Promise<KnowledgeRevision> {
    const draft = await this.#draft(id)
    const verdict = await this.#verdict(draft)
    return changed(await this.#parts.store.knowledge.judge(id, draft.version, verdict))
  }

  /**
   * Makes a draft what the bot answers by, if the check finds nothing and the comparison does not fall.
   * @throws QiaoError `knowledge_wrong` with the findings, `knowledge_fell` with the comparison, `conflict`, `not_found`
   */
  async publish(id: string, by: string): Promise<KnowledgeRevision> {
    const { store } = this.#parts
    let draft = await this.#draft(id)
    if (draft.verdict?.knowledgeVersion !== (await store.knowledge.version())) draft = await this.check(id)
    const { verdict } = draft as { verdict: DraftVerdict }
    const { findings, comparison, knowledgeVersion } = verdict
    if (findings.length) throw new QiaoError('knowledge_wrong', 'the check found something', { details: { findings } })
    if (comparison?.fell)
      throw new QiaoError('knowledge_fell', 'fewer tests would be answered right', { details: { comparison } })
    const before = await this.textOf(draft.path)
    const change = { version: draft.version, knowledgeVersion, by, ...(before === undefined ? {} : { before }) }
    const published = changed(await store.knowledge.publish(id, change))
    await this.#spread()
    return published
  }

  /** @throws QiaoError `conflict` when it is not what is published, `not_found` */
  async rollBack(id: string, by: string): Promise<KnowledgeRevision> {
    const rolledBack = changed(await this.#parts.store.knowledge.rollBack(id, by))
    await this.#spread()
    return rolledBack
  }

  /** The draft's knowledge and its classifier. @throws QiaoError `bad_knowledge` */
  async candidate({ path, content }: KnowledgeRevision): Promise<{ knowledge: Knowledge; classifier: Classifier }> {
    const knowledge = withFiles(this.#parts.current().knowledge, [[path, content]])
    return { knowledge, classifier: await this.#inTurn(() => this.#parts.train(knowledge)) }
  }

  async #verdict(draft: KnowledgeRevision): Promise<DraftVerdict> {
    await this.refresh()
    const knowledgeVersion = this.#version
    const now = this.#parts.current()
    const findings = this.#findings(now.knowledge, draft)
    const intent = intentOf(draft.path)
    if (findings.length || !intent) return { findings, knowledgeVersion }
    const then = await this.candidate(draft)
    const comparison: Comparison = await compare(now, then, intent)
    return { findings, comparison, knowledgeVersion }
  }

  /** What the draft brings; what was wrong before is not its fault. */
  #findings(now: Knowledge, { path, content }: KnowledgeRevision): Finding[] {
    const today = this.#parts.clock.now().toISOString().slice(0, 10)
    const options = { required: this.#parts.required, today }
    const told = new Set(checkKnowledge(now, options).map(({ where, what }) => `${where}: ${what}`))
    try {
      const found = checkKnowledge(withFiles(now, [[path, content]]), options)
      return found.filter(({ where, what }) => !told.has(`${where}: ${what}`))
    } catch (error) {
      if (!(error instanceof QiaoError)) throw error
      return [{ where: path, what: error.message, zh: `文件写法不对：${error.message}` }]
    }
  }

  async #draft(id: string): Promise<KnowledgeRevision> {
    const draft = await this.#parts.store.knowledge.find(id)
    if (!draft) throw new QiaoError('not_found', `no draft ${id}`)
    if (draft.state !== 'draft') throw new QiaoError('conflict', 'it is no draft any more')
    return draft
  }

  async #spread(): Promise<void> {
    await this.refresh()
    this.#parts.live.publish('knowledge', { kind: 'knowledge' })
    this.#parts.live.publish('desk', { kind: 'knowledge' })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#training.then(work)
    this.#training = next.catch(() => undefined)
    return next
  }
}

/**
 * What is published, over what the files say. A revision that cannot be read keeps neither the others nor the bot from
 * working.
 */
export async function publishedOver(
  base: Knowledge,
  store: KnowledgeStore,
  report: (error: unknown) => void,
): Promise<{ version: number; knowledge: Knowledge }> {
  const { version, files } = await store.published()
  let knowledge = base
  for (const file of files)
    try {
      knowledge = withFiles(knowledge, [file])
    } catch (error) {
      report(error)
    }
  return { version, knowledge }
}

/** Of the files from which the model learns. */
function intentOf(path: string): string | undefined {
  const file = kindOfPath(path)
  return file?.kind === 'intent' ? file.intent : undefined
}

function changed(change: RevisionChange): KnowledgeRevision {
  switch (change.kind) {
    case 'ok':
      return change.revision
    case 'stale':
      throw new QiaoError('conflict', 'the draft or what is published changed meanwhile')
    case 'gone':
      throw new QiaoError('conflict', 'it is no draft any more, or not what is published')
    case 'unknown':
      throw new QiaoError('not_found', 'no such revision')
    default:
      return change satisfies never
  }
}
