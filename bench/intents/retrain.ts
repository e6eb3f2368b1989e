import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { QiaoError } from '../../bot/errors.ts'
import { trainInWorker } from '../../intents/index.ts'
import { shippedTraining } from '../../scripts/shippedModel.ts'

interface Run {
  seconds: number
  /** Of the processor, all threads of the process together. */
  processorSeconds: number
}

/**
 * `npm run bench -- retrain [--times 5]`: how long it takes to train the shipped knowledge anew in a thread of its own,
 * its start and the way of the model back included, and how busy the machine was meanwhile.
 */
export async function benchRetrain(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { times: { type: 'string', default: '5' } } })
  const times = Number(values.times)
  if (!Number.isInteger(times) || times < 1) throw new QiaoError('bad_input', '--times is a whole number from 1 on')
  const { examples, messages } = shippedTraining()
  const before = loadavg()[0]!
  const runs: Run[] = []
  for (let i = 0; i < times; i++) runs.push(await measure(() => trainInWorker(examples, {}, messages)))
  process.stdout.write(`${describe(runs, examples.length)}; ${load(before)} before, ${load(loadavg()[0]!)} after\n`)
}

async function measure(train: () => Promise<unknown>): Promise<Run> {
  const start = performance.now()
  const used = process.cpuUsage()
  await train()
  const { user, system } = process.cpuUsage(used)
  return { seconds: (performance.now() - start) / 1000, processorSeconds: (user + system) / 1e6 }
}

/** One line for people. */
export function describe(runs: readonly Run[], examples: number): string {
  const seconds = runs.map((run) => run.seconds)
  const processor = runs.map((run) => run.processorSeconds)
  const figure = (value: number) => `${value.toFixed(2)} s`
  return (
    `retrain: ${examples} examples, ${runs.length} times: best ${figure(Math.min(...seconds))}, ` +
    `median ${figure(median(seconds))}; of the processor best ${figure(Math.min(...processor))}, ` +
    `median ${figure(median(processor))}`
  )
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The system's load of the last minute beside the processors it has. */
const load = (average: number): string => `load ${average.toFixed(1)} on ${availableParallelism()} processors`
