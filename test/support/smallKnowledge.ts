import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Classifier } from '../../bot/types.ts'
import { createClassifier, trainModel } from '../../intents/index.ts'
import { examplesOf, loadKnowledge } from '../../knowledge/load.ts'
import type { Knowledge } from '../../knowledge/types.ts'

const INTENTS = ['fee.pay', 'fee.bill', 'parking.space', 'gas.leak', 'cleaning.pest', 'out_of_scope']

/** A knowledge folder with a few intents of the shipped one, so that a model is trained in a moment. */
export function smallKnowledge(): { dir: string; base: Knowledge; end(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'qiao-knowledge-'))
  mkdirSync(join(dir, 'intents'))
  for (const name of ['laws.yaml', 'parties.yaml', 'facts.yaml', 'replies', 'communities'])
    cpSync(join('knowledge', name), join(dir, name), { recursive: true })
  for (const id of INTENTS) cpSync(`knowledge/intents/${id}.md`, join(dir, 'intents', `${id}.md`))
  return { dir, base: loadKnowledge(dir), end: () => rmSync(dir, { recursive: true }) }
}

/** The product's own training, over few examples. */
export async function trainSmall({ entries, calibration }: Knowledge): Promise<Classifier> {
  return createClassifier(trainModel(examplesOf(entries.values()), {}, calibration))
}
