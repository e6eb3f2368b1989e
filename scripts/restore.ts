import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { restore } from '../store/backup.ts'
import { runCommand } from './command.ts'

/** `npm run restore -- --from FILE --data DIR`: a folder with the record of a backup, to be DATA_DIR. */
await runCommand('restore', async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, data: { type: 'string' } } })
  if (!values.from || !values.data) throw new QiaoError('bad_input', 'restore --from FILE --data DIR')
  const folder = resolve(values.data)
  mkdirSync(folder, { recursive: true })
  await restore(resolve(values.from), join(folder, 'qiao.db'))
  process.stdout.write(`the record is in ${folder}; start with DATA_DIR=${folder}\n`)
})
