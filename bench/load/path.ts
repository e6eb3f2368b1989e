import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Served, served } from './child.ts'
import { asFastAsAnswered, atRate, inTurn } from './pace.ts'
import { cpuMs } from './proc.ts'
import { product } from './product.ts'
import { percent, quantile, table } from './table.ts'
import { owner, plainSpeaker, type Speakers } from './talk.ts'
import { usualTexts } from './texts.ts'

export interface PathOptions {
  rounds: number
  seconds: number
}

interface Contender {
  name: string
  server: Served
  speakers: Speakers
  /** Messages a second, and milliseconds of processor for each; a round each. */
  rates: number[]
  costs: number[]
}

const TOGETHER = 64
const WARM_UP_SECONDS = 8

/** The whole path beside a handler that stores and echoes, and beside NLP.js in memory; round by round, so that what else the machine does meets all three. */
export async function measurePath({ rounds, seconds }: PathOptions): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'qiao-bench-'))
  const texts = usualTexts()
  const contenders = await Promise.all([
    contender(
      'durable echo (express, libsql)',
      served('./echoServer.ts', { args: [join(folder, 'echo.db')] }),
      plainSpeaker,
    ),
    contender('NLP.js in memory (express)', served('./nlpServer.ts'), plainSpeaker),
    contender('Qiao, the whole path', product(), owner),
  ])
  try {
    for (const each of contenders) await run(each, texts, WARM_UP_SECONDS)
    for (const each of contenders) Object.assign(each, { rates: [], costs: [] })
    for (let round = 0; round < rounds; round++) for (const each of contenders) await run(each, texts, seconds)
    const late = await lateness(contenders[2]!, texts, seconds)
    return `${ratesTable(contenders)}\n\n${late}`
  } finally {
    for (const { server } of contenders) await server.end()
    rmSync(folder, { recursive: true })
  }
}

async function contender(name: string, server: Promise<Served>, speakers: Speakers): Promise<Contender> {
  return { name, server: await server, speakers, rates: [], costs: [] }
}

async function run({ server, speakers, rates, costs }: Contender, texts: string[], seconds: number): Promise<void> {
  const before = cpuMs(server.pid)
  const began = performance.now()
  const rate = await asFastAsAnswered({
    urls: [server.url],
    speakers,
    together: TOGETHER,
    seconds,
    texts: inTurn(texts),
  })
  rates.push(rate)
  costs.push((cpuMs(server.pid) - before) / ((rate * (performance.now() - began)) / 1000))
}

function ratesTable(contenders: Contender[]): string {
  const [echo, nlp] = contenders as [Contender, Contender]
  const bestRatio = (of: Contender, to: Contender) =>
    percent(Math.max(...of.rates.map((rate, round) => rate / (to.rates[round] ?? Number.POSITIVE_INFINITY))))
  const rows = contenders.map((each) => [
    each.name,
    each.rates.map((rate) => rate.toFixed(0)).join(', '),
    Math.min(...each.costs).toFixed(2),
    bestRatio(each, echo),
    bestRatio(each, nlp),
  ])
  return table(
    [
      '',
      'messages/s, round by round',
      'ms of processor a message, least',
      'to the echo, best round',
      'to NLP.js, best round',
    ],
    rows,
  )
}

async function lateness({ server, rates }: Contender, texts: string[], seconds: number): Promise<string> {
  const rate = Math.max(...rates) / 2
  const took = await atRate(
    { urls: [server.url], speakers: owner, together: 4 * TOGETHER, seconds: 2 * seconds, texts: inTurn(texts) },
    rate,
  )
  const at = (share: number) => `${quantile(took, share).toFixed(0)} ms`
  return table(
    ['messages/s, half of the best', 'median', 'p99', 'longest'],
    [[rate.toFixed(0), at(0.5), at(0.99), at(1)]],
  )
}
