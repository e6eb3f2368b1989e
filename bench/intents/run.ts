import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createClassifier } from '../../intents/classify.ts'
import { type Judgement, judgeAll, report, type TestLine } from '../../intents/evaluate.ts'
import { type Example, trainModel } from '../../intents/index.ts'
import { readLines } from '../../intents/lines.ts'
import { reportPeers } from '../../intents/peers/compare.ts'
import type { FullReport } from '../../intents/reportText.ts'
import { shippedExamples, trainShipped } from '../../scripts/shippedModel.ts'
import { describeMarkdown } from './markdown.ts'
import { drawReliability, drawRiskCoverage } from './plots.ts'

interface Measured {
  name: string
  figures: FullReport
  judgements: Judgement[]
}

const now = () => performance.now()

/**
 * Writes docs/evaluation-figures.md and two drawings beside it:
 * `npm run bench -- intents --set NAME=TRAIN:TEST …`; without TRAIN (`NAME=:TEST`) the shipped model is tested.
 * `--peers` trains natural's Bayes, NLP.js, fastText and scikit-learn on the same examples in the same run, as far as they
 * are installed.
 */
export async function benchIntents(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      set: { type: 'string', multiple: true, default: [] },
      peers: { type: 'boolean', default: false },
      out: { type: 'string', default: 'docs' },
    },
  })
  const measured: Measured[] = []
  for (const set of values.set) measured.push(await measure(set, values.peers))
  const page = describeMarkdown(measured)
  writeFileSync(`${values.out}/evaluation-figures.md`, page)
  writeFileSync(`${values.out}/risk-coverage.svg`, drawRiskCoverage(measured))
  writeFileSync(`${values.out}/reliability.svg`, drawReliability(measured))
}

async function measure(set: string, peers: boolean): Promise<Measured> {
  const [name, train, test] = set.split(/[=:]/) as [string, string, string]
  const tests = readLines(test, true) as unknown as TestLine[]
  const examples = train === '' ? shippedExamples() : (readLines(train, true) as unknown as Example[])
  const start = now()
  const model = train === '' ? trainShipped() : trainModel(examples)
  const trainSeconds = (now() - start) / 1000
  const judgements = judgeAll(createClassifier(model), tests, now)
  const say = (words: string) => process.stderr.write(`${words}\n`)
  const compared = peers && { peers: await reportPeers(examples, tests, now, say) }
  return { name, judgements, figures: { ...report(judgements), trainSeconds, ...compared } }
}
