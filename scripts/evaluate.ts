import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { createClassifier } from '../intents/classify.ts'
import { judgeAll, report, type TestLine } from '../intents/evaluate.ts'
import { type Example, trainModel } from '../intents/index.ts'
import { readLines } from '../intents/lines.ts'
import { runCommand } from './command.ts'
import { shippedModel } from './shippedModel.ts'

/** `npm run --silent evaluate -- [--train FILE] --test FILE [--json]`: trains, tests, prints the figures. */
await runCommand('evaluate', () => {
  const { values } = parseArgs({
    options: { train: { type: 'string' }, test: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  if (values.test === undefined) throw new QiaoError('bad_input', 'evaluate needs --test FILE')
  const tests = readLines(values.test, true) as unknown as TestLine[]
  const examples = values.train === undefined ? undefined : (readLines(values.train, true) as unknown as Example[])
  const start = performance.now()
  const model = examples === undefined ? shippedModel() : trainModel(examples)
  const trainSeconds = (performance.now() - start) / 1000
  const judgements = judgeAll(createClassifier(model), tests, () => performance.now())
  const figures = { ...report(judgements), trainSeconds }
  process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : `${JSON.stringify(figures, null, 2)}\n`)
})
