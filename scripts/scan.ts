import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { runCommand } from './command.ts'
import { injections } from './scan/sqlmap.ts'
import { openTarget } from './scan/target.ts'
import { type Finding, isThere } from './scan/tools.ts'
import { crawled } from './scan/wapiti.ts'

const USAGE = 'scan [--minutes N]'
/** A tool gets half of it each. */
const MINUTES = 120

/**
 * `npm run scan`: wapiti and sqlmap over every documented call of a throw-away instance; exit code 1 when one of them
 * finds anything above informational.
 */
await runCommand('scan', async () => {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: String(MINUTES) } } })
  const seconds = (Number(values.minutes) * 60) / 2
  if (!(seconds > 0)) throw new QiaoError('bad_input', USAGE)
  for (const tool of ['wapiti', 'sqlmap'])
    if (!(await isThere(tool)))
      throw new QiaoError('bad_input', `${tool} is not on this machine; on Debian: apt-get install ${tool}`)
  const folder = mkdtempSync(join(tmpdir(), 'qiao-scan-'))
  const target = await openTarget()
  try {
    const findings = [...(await crawled(target, folder, seconds)), ...(await injections(target, folder, seconds))]
    report(findings)
  } finally {
    await target.stop()
    rmSync(folder, { recursive: true })
  }
})

function report(findings: Finding[]): void {
  for (const { level, tool, what } of findings) process.stdout.write(`${level}\t${tool}\t${what}\n`)
  const grave = findings.filter(({ level }) => level !== 'informational')
  process.stdout.write(`${findings.length} findings, ${grave.length} above informational\n`)
  if (grave.length > 0) process.exitCode = 1
}
