import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { fuzz } from '../test/security/fuzz/run.ts'
import { fuzzCalls } from '../test/security/fuzz/wild.ts'
import { openWorld } from '../test/security/fuzz/world.ts'
import { runCommand } from './command.ts'

const USAGE = 'fuzz [--sequences N] [--seed N]'
const FULL = 20_000
const TELL_EVERY = 500

/** `npm run fuzz`: the long form of the runs against owner and desk API; a failure ends it with code 1. */
await runCommand('fuzz', async () => {
  const { values } = parseArgs({ options: { sequences: { type: 'string' }, seed: { type: 'string' } } })
  const sequences = whole(values.sequences ?? String(FULL))
  const seed = whole(values.seed ?? String(Date.now() % 2 ** 31))
  process.stdout.write(`${sequences} sequences, seed ${seed}\n`)
  const world = await openWorld()
  const ran = (count: number) => count % TELL_EVERY === 0 && process.stdout.write(`${count} done\n`)
  try {
    const taken = await fuzz(world, { sequences, seed, ran })
    await fuzzCalls(world, sequences, seed)
    const steps = [...taken.values()].reduce((total, times) => total + times, 0)
    process.stdout.write(`${sequences} sequences, ${steps} steps, and ${sequences} calls of any kind: nothing found\n`)
  } catch (failure) {
    const { message, cause } = failure as Error
    process.stdout.write(`${message}\n${cause ? String(cause) : ''}\n`)
    process.exitCode = 1
  } finally {
    await world.stop()
  }
})

function whole(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new QiaoError('bad_input', USAGE)
  return Number(text)
}
