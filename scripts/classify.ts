import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { createClassifier, loadModel } from '../intents/index.ts'
import { readLines } from '../intents/lines.ts'
import { runCommand } from './command.ts'
import { shippedModel } from './shippedModel.ts'

/** `npm run --silent classify -- [--model DIR] --input FILE`: JSON lines in, JSON lines out, other fields carried over. */
await runCommand('classify', async () => {
  const { values } = parseArgs({ options: { model: { type: 'string' }, input: { type: 'string' } } })
  if (values.input === undefined) throw new QiaoError('bad_input', 'classify needs --input FILE')
  const lines = readLines(values.input)
  const classifier = createClassifier(
    values.model === undefined ? (await shippedModel()).model : loadModel(values.model),
  )
  for (const line of lines) {
    const { intent, confidence, alternatives, outOfScope } = classifier.classify(line.text)
    process.stdout.write(`${JSON.stringify({ ...line, intent, confidence, alternatives, outOfScope })}\n`)
  }
})
