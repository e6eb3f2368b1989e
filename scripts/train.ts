import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { type Example, saveModel, trainModel } from '../intents/index.ts'
import { readLines } from '../intents/lines.ts'
import { runCommand } from './command.ts'

/** `npm run --silent train -- --input FILE --model DIR`: trains from JSON lines `{text, intent}`. */
await runCommand('train', () => {
  const { values } = parseArgs({
    options: { input: { type: 'string' }, model: { type: 'string' }, precision: { type: 'string' } },
  })
  if (values.input === undefined || values.model === undefined)
    throw new QiaoError('bad_input', 'train needs --input FILE and --model DIR')
  const examples = readLines(values.input, true) as unknown as Example[]
  const start = performance.now()
  const model = trainModel(examples, values.precision === undefined ? {} : { precision: Number(values.precision) })
  saveModel(model, values.model)
  const { version, thresholds } = model
  const seconds = (performance.now() - start) / 1000
  const said = { version, examples: examples.length, intents: model.intents.length, seconds, thresholds }
  process.stdout.write(`${JSON.stringify(said)}\n`)
})
