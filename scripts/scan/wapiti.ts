import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Target } from './target.ts'
import { type Finding, type Level, runTool } from './tools.ts'

/** All but those that ask something on the internet (nikto, ssrf, wapp, xxe) or guess names and passwords. */
const MODULES = [
  'backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods',
  'permanentxss,redirect,shellshock,sql,xss',
].join(',')

const found = z.record(z.string(), z.array(z.object({ level: z.number(), info: z.string(), path: z.string() })))
const reported = z.object({ vulnerabilities: found, anomalies: found, additionals: found.default({}) })
const LEVELS: Record<number, Level> = { 1: 'low', 2: 'medium', 3: 'high', 4: 'high' }

/**
 * The target speaks http, on the loopback: there HSTS and Secure would be wrong, and with https tests look
 * for both. X-XSS-Protection is 0 by intent: what it turns on is itself a hole, and the CSP does its work.
 */
const EXPECTED = /Strict-Transport-Security|Secure flag|X-XSS-Protection/

/** Lets wapiti start from every page and every call that reads. @throws where it made no report */
export async function crawled({ url, cookie, calls }: Target, folder: string, seconds: number): Promise<Finding[]> {
  const report = join(folder, 'wapiti.json')
  const starts = calls.flatMap((call) => (call.method === 'GET' ? ['-s', call.url] : []))
  const kept = ['--store-session', join(folder, 'session'), '--store-config', join(folder, 'config')]
  const time = [
    '--max-scan-time',
    String(Math.floor(seconds / 4)),
    '--max-attack-time',
    String(Math.ceil(seconds / 20)),
  ]
  const { said } = await runTool(
    'wapiti',
    [
      '-u',
      `${url}/`,
      ...starts,
      '--scope',
      'domain',
      '-H',
      `Cookie: ${cookie}`,
      '-m',
      MODULES,
      ...kept,
      ...time,
    ].concat(['--flush-session', '--no-bugreport', '-f', 'json', '-o', report, '-v', '0']),
    { home: folder, seconds: seconds * 1.5 },
  )
  try {
    return findingsIn(readFileSync(report, 'utf8'))
  } catch (cause) {
    throw new Error(`wapiti made no report: ${said.slice(-500)}`, { cause })
  }
}

/** What stands in its report. @throws for what is none */
export function findingsIn(report: string): Finding[] {
  const { vulnerabilities, anomalies, additionals } = reported.parse(JSON.parse(report))
  const of = (groups: z.infer<typeof found>, levelOf: (level: number) => Level): Finding[] =>
    Object.entries(groups).flatMap(([kind, all]) =>
      all.map(({ level, info, path }) => ({
        level: EXPECTED.test(info) ? 'informational' : levelOf(level),
        tool: 'wapiti',
        what: `${kind}: ${path} ${info}`,
      })),
    )
  const graded = (level: number) => LEVELS[level] ?? 'high'
  return [...of(vulnerabilities, graded), ...of(anomalies, graded), ...of(additionals, () => 'informational')]
}
