import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { readConfig } from '../config.ts'
import { backUp } from '../store/backup.ts'
import { recordPlace } from '../wire/recordPlace.ts'
import { runCommand } from './command.ts'

/** `npm run backup -- --to FILE`: the embedded record as it is now, also while the server runs. */
await runCommand('backup', () => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  if (!values.to) throw new QiaoError('bad_input', 'backup --to FILE')
  const place = recordPlace(readConfig())
  if ('url' in place)
    throw new QiaoError('bad_input', 'DATABASE_URL is set: PostgreSQL keeps the record; copy it with pg_dump')
  const to = resolve(values.to)
  backUp(place.file, to)
  process.stdout.write(`the record is in ${to}\n`)
})
