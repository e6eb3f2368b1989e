import { parseArgs } from 'node:util'
import { PARTS, type Part } from '../test/faults/parts.ts'
import { runCommand } from './command.ts'

/** After so many minutes nothing new is begun; only for those parts in which owners come and go. */
const MINUTES = 'minutes'

function chosen(args: string[]): { parts: [string, Part][]; sizes: Record<string, number> } {
  const named = new Set([MINUTES, ...Object.values(PARTS).flatMap((part) => Object.keys(part.sizes))])
  const options = Object.fromEntries([...named].map((name) => [name, { type: 'string' as const }]))
  const { values } = parseArgs({ args, options: { ...options, part: { type: 'string', multiple: true } } })
  const { part: wanted = Object.keys(PARTS), ...given } = values
  const parts = wanted.map((name): [string, Part] => {
    const part = PARTS[name]
    if (!part) throw new Error(`there is no part ${name}; there are ${Object.keys(PARTS).join(', ')}`)
    return [name, part]
  })
  const sizes = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, numberOf(name, String(value))]))
  return { parts, sizes }
}

function numberOf(name: string, value: string): number {
  if (!/^\d+(\.\d+)?$/.test(value)) throw new Error(`--${name} takes a number`)
  return Number(value)
}

async function run(name: string, part: Part, given: Record<string, number>): Promise<void> {
  const own = Object.entries(given).filter(([size]) => size === MINUTES || size in part.sizes)
  const sizes = { ...part.sizes, ...Object.fromEntries(own) }
  process.stdout.write(`${name}: ${part.what}; ${worded(sizes)}\n`)
  const began = performance.now()
  const { findings, ...seen } = await part.run(sizes)
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${name}: ${worded(seen)}; ${seconds.toFixed(0)} s; ${findings.length} findings\n`)
  for (const finding of findings) process.stdout.write(`${finding}\n`)
  if (findings.length) process.exitCode = 1
}

/** Of many times the least, the middle and the most. */
function worded(values: object): string {
  return Object.entries<unknown>({ ...values })
    .map(([name, value]) => `${name} ${isTimes(value) ? spread(value) : JSON.stringify(value)}`)
    .join(', ')
}

const isTimes = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'number')

function spread(times: number[]): string {
  const sorted = times.map(Math.round).sort((a, b) => a - b)
  if (sorted.length < 4) return sorted.join(' ') || 'none'
  return `${sorted[0]} to ${sorted.at(-1)}, middle ${sorted[Math.floor(sorted.length / 2)]} of ${sorted.length}`
}

/**
 * `npm run faults`: the long form of the fault tests; exit code 1 when something was lost, stored or said twice.
 * `-- --part kills --part claims` runs these alone; `--kills 20 --minutes 5` gives another size to each part that has it.
 */
await runCommand('faults', async () => {
  const { parts, sizes } = chosen(process.argv.slice(2))
  for (const [name, part] of parts) await run(name, part, sizes)
})
