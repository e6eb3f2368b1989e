import { join } from 'node:path'
import type { Line } from '../../intents/lines.ts'
import type { Knowledge } from '../../knowledge/types.ts'
import { inProcessLive } from '../../live/inProcess.ts'
import { openStore } from '../../store/open.ts'
import { seedBoards, wireBrain } from '../../wire/brain.ts'
import { newId, systemClock } from '../../wire/ids.ts'
import { shippedClassifier } from '../../wire/shippedModel.ts'

/** A labelled message and what the whole path made of it. */
export interface Asked {
  intent: string
  also: string[]
  style: string
  best: string
  topThree: string[]
  action: string
  answered: string | undefined
}

/** Each message in a conversation of its own, over a throw-away record. */
export async function askAll(knowledge: Knowledge, lines: Line[]): Promise<Asked[]> {
  const classifier = await shippedClassifier(knowledge, join('dist', 'model'))
  const store = await openStore({ file: ':memory:', clock: systemClock, newId })
  await seedBoards(knowledge, store, systemClock)
  const report = (error: unknown) => process.stderr.write(`${String(error)}\n`)
  const live = inProcessLive(report)
  const { turns } = wireBrain({ knowledge, store, live, clock: systemClock, classifier: () => classifier, report })
  const community = [...knowledge.communities.keys()][0] ?? ''
  const results: Asked[] = []
  for (const { text, intent, also, style } of lines as (Line & { intent: string; also?: string[]; style?: string })[]) {
    const { id } = await store.conversations.create({ community, locale: 'zh', channel: 'cli', tokenHash: newId() })
    await store.conversations.accept(id, { clientMessageId: '1', text })
    const { outcome, classification } = await turns.run(id, 1)
    const ranked = (classification?.alternatives ?? []).map((alternative) => alternative.intent)
    results.push({
      intent,
      also: also ?? [],
      style: style ?? '',
      best: ranked[0] ?? '',
      topThree: classification?.outOfScope ? ['out_of_scope', ...ranked.slice(0, 2)] : ranked.slice(0, 3),
      action: outcome?.action ?? '',
      answered: outcome?.intent,
    })
  }
  await store.close()
  return results
}
