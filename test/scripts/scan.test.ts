import { expect, test } from 'vitest'
import { shareOf, verdictOf } from '../../scripts/scan/sqlmap.ts'
import { findingsIn } from '../../scripts/scan/wapiti.ts'

/* What the tools write, as they write it. */

const one = (level: number, info: string, path = '/desk') => ({
  ...{ method: 'GET', path, info, level, parameter: '', referer: '', module: 'x', http_request: 'GET / HTTP/1.1' },
  curl_command: 'curl "http://127.0.0.1/"',
})
const REPORT = {
  classifications: {},
  vulnerabilities: {
    'SQL Injection': [one(4, 'SQL Injection via injection in the parameter q', '/api/desk/tickets')],
    'HTTP Strict Transport Security (HSTS)': [one(1, 'Strict-Transport-Security is not set')],
    'Clickjacking Protection': [],
  },
  anomalies: { 'Internal Server Error': [one(3, 'The server responded with a 500 HTTP error code')] },
  additionals: { 'Fingerprint web technology': [one(2, 'Express')] },
  infos: { target: 'http://127.0.0.1/' },
}

test('wapiti: what is grave is graded, what http on the loopback cannot have is informational', () => {
  expect(findingsIn(JSON.stringify(REPORT)).map(({ level, what }) => [level, what.split(':')[0]])).toEqual([
    ['high', 'SQL Injection'],
    ['informational', 'HTTP Strict Transport Security (HSTS)'],
    ['high', 'Internal Server Error'],
    ['informational', 'Fingerprint web technology'],
  ])
})

test('wapiti: a grade that nobody knows is a grave one; what is no report is none', () => {
  const odd = { ...REPORT, anomalies: {}, vulnerabilities: { Odd: [one(9, 'odd')] }, additionals: {} }
  expect(findingsIn(JSON.stringify(odd))).toMatchObject([{ level: 'high' }])
  for (const text of ['', '{}', '{"vulnerabilities":[]}']) expect(() => findingsIn(text)).toThrow()
})

test('sqlmap: an injection is found, a call that was looked at is clean, one that was never made is neither', () => {
  const begun = "[10:00:00] [INFO] testing connection to the target URL\n[10:00:01] [INFO] testing 'AND boolean'"
  const clean = `${begun}\n[CRITICAL] all tested parameters do not appear to be injectable.`
  const point = `${begun}\nsqlmap identified the following injection point(s) with a total of 50 HTTP(s) requests:`
  expect([clean, begun, point].map(verdictOf)).toEqual(['nothing', 'nothing', 'found'])
  expect(() => verdictOf('sqlmap: error: no such option: --ignore-stdin')).toThrow('did not try')
})

test('sqlmap: every call gets its share of the time, and none gets all of it', () => {
  expect(shareOf(800, 80)).toBe(10)
  expect(shareOf(3600, 80)).toBe(45)
  expect(shareOf(-5, 3)).toBe(10)
  expect(shareOf(100_000, 2)).toBe(300)
})
