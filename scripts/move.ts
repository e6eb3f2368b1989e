import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { moveRecord } from '../store/move.ts'
import type { RecordPlace } from '../store/open.ts'
import { runCommand } from './command.ts'

const USAGE = 'move --from URL|DIR --to URL|DIR, where URL is postgres://… and DIR a DATA_DIR'

/** `npm run move -- --from URL|DIR --to URL|DIR`: a whole record from one database into an empty other one. */
await runCommand('move', async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } })
  if (!values.from || !values.to) throw new QiaoError('bad_input', USAGE)
  const moved = (table: string, rows: number) => process.stdout.write(`${table}\t${rows}\n`)
  const counts = await moveRecord({ from: placeOf(values.from), to: placeOf(values.to), now: new Date(), moved })
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  process.stdout.write(`${rows} rows are moved, and every table is the same by count and hash\n`)
})

function placeOf(given: string): RecordPlace {
  if (/^postgres(ql)?:\/\//.test(given)) return { url: given }
  const folder = resolve(given)
  mkdirSync(folder, { recursive: true })
  return { file: join(folder, 'qiao.db') }
}
