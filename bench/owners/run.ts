import { parseArgs } from 'node:util'
import { readLines } from '../../intents/lines.ts'
import { examplesOf, loadKnowledge, testsOf } from '../../knowledge/load.ts'
import { runCommand } from '../../scripts/command.ts'
import { askAll } from './ask.ts'
import { figuresOf } from './figures.ts'
import { nearPairs } from './nearness.ts'

const LIMIT = 0.8

/**
 * `npm run --silent bench:owners -- --test FILE`: figures of the whole path on labelled owners' messages, by style and
 * by group, and whether any training example is too near to a line. It shows figures alone, never a line.
 */
await runCommand('owners', async () => {
  const { values } = parseArgs({
    options: { test: { type: 'string', default: '../shared/data/owners-dev/messages.jsonl' } },
  })
  const lines = readLines(values.test, true)
  const knowledge = loadKnowledge('knowledge')
  const known = [
    ...examplesOf(knowledge.entries.values()),
    ...testsOf(knowledge.entries.values()),
    ...knowledge.calibration,
  ]
  const near = nearPairs(
    known.map(({ text }) => text),
    lines.map(({ text }) => text),
    LIMIT,
  )
  // Our own side of each pair alone: the line stays unseen.
  for (const { example } of near) process.stdout.write(`too near: ${example}\n`)
  process.stdout.write(
    `training and calibration utterances within ${LIMIT} Dice of a line: ${near.length} of ${known.length}\n\n`,
  )
  process.stdout.write(`${figuresOf(await askAll(knowledge, lines))}\n`)
})
