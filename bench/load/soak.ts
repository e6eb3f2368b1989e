import { setInterval as every } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { atRate, inTurn } from './pace.ts'
import { residentBytes } from './proc.ts'
import { product } from './product.ts'
import { quantile, table } from './table.ts'
import { owner } from './talk.ts'
import { usualTexts } from './texts.ts'

const SAMPLE_MS = 5000
/** Of the whole time; caches fill and code is compiled. */
const WARM_UP_SHARE = 1 / 15
const TOGETHER = 256

interface Sample {
  minute: number
  /** Megabytes. */
  resident: number
  heap: number
}

/** `npm run bench -- soak --minutes 30 --rate 200`: memory and lateness under a load that goes on and on. */
export async function benchSoak(args: string[]): Promise<void> {
  const options = { minutes: { type: 'string', default: '30' }, rate: { type: 'string', default: '200' } } as const
  const { values } = parseArgs({ args, options })
  const [minutes, rate] = [Number(values.minutes), Number(values.rate)]
  const server = await product()
  const samples: Sample[] = []
  const sampling = new AbortController()
  const running = sample(server, samples, sampling.signal)
  const late = new Map<number, number[]>()
  const began = performance.now()
  const load = {
    urls: [server.url],
    speakers: owner,
    together: TOGETHER,
    seconds: minutes * 60,
    texts: inTurn(usualTexts()),
  }
  try {
    await atRate(load, rate, (ms) => {
      const minute = Math.floor((performance.now() - began) / 60_000)
      const all = late.get(minute) ?? []
      late.set(minute, all)
      all.push(ms)
    })
  } finally {
    sampling.abort()
    await running
    await server.end()
  }
  process.stdout.write(`\n${minutesTable(samples, late)}\n\n${verdict(samples, minutes)}\n`)
}

async function sample(
  { pid, url }: { pid: number; url: string },
  samples: Sample[],
  signal: AbortSignal,
): Promise<void> {
  const began = performance.now()
  try {
    for await (const _ of every(SAMPLE_MS, undefined, { signal })) {
      // A line that was kept open is closed by the server about when the next sample is due.
      const answer = await fetch(`${url}/metrics`, { headers: { connection: 'close' } })
      const metrics = await answer.text()
      const heap = Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics)?.[1]) / 1e6
      samples.push({ minute: (performance.now() - began) / 60_000, resident: residentBytes(pid) / 1e6, heap })
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function minutesTable(samples: Sample[], late: Map<number, number[]>): string {
  const rows = [...late].map(([minute, all]) => {
    const within = samples.filter((one) => Math.floor(one.minute) === minute)
    return [
      String(minute + 1),
      String(all.length),
      quantile(all, 0.5).toFixed(0),
      quantile(all, 0.99).toFixed(0),
      mean(within.map(({ resident }) => resident)).toFixed(0),
      Math.min(...within.map(({ heap }) => heap)).toFixed(0),
    ]
  })
  return table(['minute', 'messages', 'median ms', 'p99 ms', 'resident MB', 'heap MB, least'], rows)
}

/** The last third against the first third after the warm-up. */
function verdict(samples: Sample[], minutes: number): string {
  const from = minutes * WARM_UP_SHARE
  const third = (minutes - from) / 3
  const meanOf = (of: (sample: Sample) => number, first: number, last: number) =>
    mean(samples.filter(({ minute }) => minute >= first && minute < last).map(of))
  const growth = (of: (sample: Sample) => number) =>
    `${((meanOf(of, minutes - third, minutes) / meanOf(of, from, from + third) - 1) * 100).toFixed(1)} %`
  return table(
    [
      `last ${third.toFixed(1)} min against the first ${third.toFixed(1)} after ${from.toFixed(1)} of warm-up`,
      'change',
    ],
    [
      ['resident memory', growth(({ resident }) => resident)],
      ['heap', growth(({ heap }) => heap)],
    ],
  )
}
