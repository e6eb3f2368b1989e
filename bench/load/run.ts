import { parseArgs } from 'node:util'
import { measureInstances } from './instances.ts'
import { measurePath } from './path.ts'
import { measureStreams } from './streams.ts'

const STREAMS = [5000, 10_000]

interface Part {
  title: string
  measure(rounds: number, seconds: number): Promise<string>
}

const PARTS: Record<string, Part> = {
  path: {
    title: 'Whole path: embedded store, one process, durable, classified and answered',
    measure: (rounds, seconds) => measurePath({ rounds, seconds }),
  },
  streams: { title: 'Idle event streams on one process', measure: () => measureStreams(STREAMS) },
  instances: {
    title: 'Two instances on PostgreSQL and Redis against one',
    measure: (rounds, seconds) => measureInstances({ rounds, seconds }),
  },
}

/**
 * `npm run bench -- load`: messages a second beside two peers, how late answers are at half of that, memory of idle
 * streams, and two instances against one. `--only path,streams,instances`, `--rounds N`, `--seconds N` of each round.
 * The load is made by this process, the servers are others.
 */
export async function benchLoad(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: Object.keys(PARTS).join(',') },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '8' },
    },
  })
  for (const name of values.only.split(',')) {
    const part = PARTS[name]
    if (!part) throw new Error(`there is no part ${name}; there are ${Object.keys(PARTS).join(', ')}`)
    process.stdout.write(`\n## ${part.title}\n\n${await part.measure(Number(values.rounds), Number(values.seconds))}\n`)
  }
}
