import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { createClassifier } from '../intents/classify.ts'
import { judgeAll, report, type TestLine } from '../intents/evaluate.ts'
import { type Example, type Model, trainModel } from '../intents/index.ts'
import { readLines } from '../intents/lines.ts'
import { reportPeers } from '../intents/peers/compare.ts'
import { describeReport } from '../intents/reportText.ts'
import { runCommand } from './command.ts'
import { shippedExamples, shippedModel } from './shippedModel.ts'

const now = () => performance.now()

/** `npm run --silent evaluate -- [--train FILE] --test FILE [--json] [--peers]`: trains, tests, prints the figures. */
runCommand('evaluate', async () => {
  const { values } = parseArgs({
    options: {
      train: { type: 'string' },
      test: { type: 'string' },
      json: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
    },
  })
  if (values.test === undefined) throw new QiaoError('bad_input', 'evaluate needs --test FILE')
  const tests = readLines(values.test, true) as unknown as TestLine[]
  const examples = values.train === undefined ? undefined : (readLines(values.train, true) as unknown as Example[])
  const { model, trainSeconds } = examples === undefined ? await shippedModel() : train(examples)
  const figures = { ...report(judgeAll(createClassifier(model), tests, now)), trainSeconds }
  const say = (words: string) => process.stderr.write(`evaluate: ${words}\n`)
  const peers = values.peers ? await reportPeers(examples ?? shippedExamples(), tests, now, say) : undefined
  const all = { ...figures, ...(peers && { peers }) }
  process.stdout.write(values.json ? `${JSON.stringify(all)}\n` : describeReport(all))
})

function train(examples: Example[]): { model: Model; trainSeconds: number } {
  const start = now()
  const model = trainModel(examples)
  return { model, trainSeconds: (now() - start) / 1000 }
}
