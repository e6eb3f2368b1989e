import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Asked, Target } from './target.ts'
import { type Finding, runTool } from './tools.ts'

/** One call, at most. */
const CALL_SECONDS = 300
const FOUND = /identified the following injection point|is vulnerable/

/** Looks for SQL that goes through, in queries and bodies; those with parameters, one after the other. */
export async function injections({ calls }: Target, folder: string, seconds: number): Promise<Finding[]> {
  const worthIt = calls.filter(({ url, body }) => url.includes('?') || body !== undefined)
  const findings: Finding[] = []
  const until = Date.now() + seconds * 1000
  let tried = 0
  for (const call of worthIt) {
    const left = (until - Date.now()) / 1000
    if (left < 1) break
    const { said } = await runTool('sqlmap', argsFor(call, folder), {
      home: folder,
      seconds: Math.min(left, CALL_SECONDS),
    })
    if (!/testing connection/.test(said)) throw new Error(`sqlmap did not try ${call.url}: ${said.slice(-500)}`)
    tried += 1
    if (FOUND.test(said)) findings.push({ level: 'high', tool: 'sqlmap', what: `${call.method} ${call.url}` })
  }
  process.stdout.write(`sqlmap: ${tried} of ${worthIt.length} calls with a query or a body\n`)
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
