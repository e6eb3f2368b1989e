import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { loadKnowledge } from '../knowledge/load.ts'
import { shippedClassifier } from '../wire/shippedModel.ts'
import { buildPages } from './buildPages.ts'

/** `npm test`: every part in order, each with its time; the last line is `N passed, N failed` (`, N skipped`). */

interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface Part {
  name: string
  run(): Promise<Counts>
}

/** Longer than any part takes; what hangs is ended and fails. */
const LIMIT_MS = 20 * 60_000
/** What TEST_SKIP may name. */
const OPTIONAL = ['redis', 'postgres', 'browser']

const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 }
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 }
const SKIPPED: Counts = { passed: 0, failed: 0, skipped: 1 }

const skip = (process.env.TEST_SKIP ?? '').split(',').filter(Boolean)
const reports = mkdtempSync(join(tmpdir(), 'qiao-test-'))

const PARTS: Part[] = [
  npmScript('types'),
  npmScript('lint'),
  npmScript('imports'),
  npmScript('knowledge', ['--', 'check']),
  { name: 'unit', run: unit },
  { name: 'faults', run: faults },
  { name: 'browser', run: inBrowser },
]

function npmScript(name: string, args: string[] = []): Part {
  return { name, run: async () => ((await succeeds('npm', ['run', '--silent', name, ...args])) ? PASSED : FAILED) }
}

/** True when the command ended well. What it says is shown. */
function succeeds(command: string, args: string[], environment: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    timeout: LIMIT_MS,
  })
  return new Promise((done) => {
    child.once('error', () => done(false))
    child.once('exit', (code) => done(code === 0))
  })
}

/** Finds the services that are not left out, or installs them; whether all are there. */
function findServices(...services: ('postgres' | 'redis')[]): Promise<boolean> {
  const wanted = services.filter((service) => !skip.includes(service))
  return wanted.length === 0 ? Promise.resolve(true) : succeeds('scripts/test-services', wanted)
}

/** Where Chromium is, or undefined where there is none. */
async function findChromium(): Promise<string | undefined> {
  const child = spawn('scripts/test-services', ['chromium'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: LIMIT_MS,
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece
  })
  return new Promise((done) => {
    child.once('error', () => done(undefined))
    child.once('close', () => done(/^chromium=(.+)$/m.exec(said)?.[1]))
  })
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

async function vitest(project: string, environment: NodeJS.ProcessEnv = {}): Promise<Counts> {
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const good = await succeeds('npx', ['vitest', 'run', '--project', project, ...reporters], environment)
  const counts = countsIn(report)
  // An error outside any test, or nothing to run at all, must not pass for a success.
  const unseen = counts.failed === 0 && (!good || counts.passed === 0) ? 1 : 0
  return { ...counts, failed: counts.failed + unseen }
}

function countsIn(report: string): Counts {
  try {
    const found = vitestReport.parse(JSON.parse(readFileSync(report, 'utf8')))
    // A file that could not even be loaded has no tests to count: it is one failure.
    const broken = found.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    return {
      passed: found.numPassedTests,
      failed: found.numFailedTests + broken.length,
      skipped: found.numPendingTests + found.numTodoTests,
    }
  } catch {
    return FAILED
  }
}

/** The model is trained first, if it is not kept yet, so that the workers don't all train it at once. */
async function unit(): Promise<Counts> {
  if (!(await findServices('postgres', 'redis'))) return FAILED
  // One test asks promtool; without it that test counts as skipped.
  await succeeds('scripts/test-services', ['promtool'])
  await shippedClassifier(loadKnowledge('knowledge'), 'dist/model')
  return vitest('unit')
}

async function faults(): Promise<Counts> {
  return (await findServices('postgres', 'redis')) ? vitest('faults') : FAILED
}

async function inBrowser(): Promise<Counts> {
  if (skip.includes('browser')) return SKIPPED
  const chromium = await findChromium()
  if (!chromium) return FAILED
  await buildPages()
  return vitest('browser', { CHROMIUM_PATH: chromium })
}

const words = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`

async function runAll(): Promise<Counts> {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const lines: string[] = []
  for (const { name, run } of PARTS) {
    const began = performance.now()
    const counts = await run().catch((error: unknown) => {
      console.error(error)
      return FAILED
    })
    const line = `${name.padEnd(10)} ${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${words(counts)}`
    console.log(`── ${line}`)
    lines.push(line)
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
  }
  console.log(`\n${lines.join('\n')}\n`)
  return total
}

const unknown = skip.filter((name) => !OPTIONAL.includes(name))
if (unknown.length) {
  console.error(`test: TEST_SKIP may name ${OPTIONAL.join(', ')}, not ${unknown.join(', ')}`)
  process.exit(2)
}
const total = await runAll()
rmSync(reports, { recursive: true })
console.log(words(total))
process.exitCode = total.failed ? 1 : 0
