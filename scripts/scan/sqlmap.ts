import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Asked, Target } from './target.ts'
import { type Finding, runTool } from './tools.ts'

/** One call, at most. */
const CALL_SECONDS = 300
/** A call, at least: before that it has hardly begun. */
const LEAST_SECONDS = 10
const FOUND = /identified the following injection point|is vulnerable/

/** What it said of one call. @throws where it did not get as far as the call */
export function verdictOf(said: string): 'found' | 'nothing' {
  if (FOUND.test(said)) return 'found'
  if (!/testing connection/.test(said)) throw new Error(`sqlmap did not try: ${said.slice(-500)}`)
  return 'nothing'
}

/** Seconds for the next of so many calls: each its share of what is left, so that all are tried. */
export const shareOf = (left: number, calls: number): number =>
  Math.min(CALL_SECONDS, Math.max(LEAST_SECONDS, left / calls))

/** Looks for SQL that goes through, in queries and bodies; those with parameters, one after the other, all of them. */
export async function injections({ calls }: Target, folder: string, seconds: number): Promise<Finding[]> {
  const worthIt = calls.filter(({ url, body }) => url.includes('?') || body !== undefined)
  const findings: Finding[] = []
  const until = Date.now() + seconds * 1000
  let whole = 0
  for (const [at, call] of worthIt.entries()) {
    const share = shareOf((until - Date.now()) / 1000, worthIt.length - at)
    const { said, code } = await runTool('sqlmap', argsFor(call, folder), { home: folder, seconds: share })
    if (code !== undefined) whole += 1
    if (verdictOf(said) === 'found')
      findings.push({ level: 'high', tool: 'sqlmap', what: `${call.method} ${call.url}` })
  }
  process.stdout.write(`sqlmap: ${worthIt.length} calls with a query or a body, ${whole} of them to its end\n`)
  return findings
}

function argsFor(call: Asked, folder: string): string[] {
  const request = join(folder, 'request.txt')
  mkdirSync(join(folder, 'sqlmap'), { recursive: true })
  writeFileSync(request, asSent(call))
  const quiet = [
    '--batch',
    '--ignore-stdin',
    '--disable-coloring',
    '--flush-session',
    '--output-dir',
    join(folder, 'sqlmap'),
  ]
  return ['-r', request, '--level', '1', '--risk', '1', ...quiet, '--ignore-code', '401,403,404,409,422', '-v', '1']
}

function asSent({ method, url, headers, body }: Asked): string {
  const { host, pathname, search } = new URL(url)
  const lines = Object.entries({ host, ...headers, ...(body && { 'content-type': 'application/json' }) })
  return [
    `${method} ${pathname}${search} HTTP/1.1`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
    '',
    body ?? '',
  ].join('\r\n')
}
