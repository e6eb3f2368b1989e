import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { readConfig } from '../config.ts'
import { checkKnowledge } from '../knowledge/check.ts'
import { exportKnowledge } from '../knowledge/export.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { REQUIRED_INTENTS } from '../knowledge/required.ts'
import { openStore } from '../store/open.ts'
import { newId, systemClock } from '../wire/ids.ts'
import { recordPlace } from '../wire/recordPlace.ts'
import { runCommand } from './command.ts'

const USAGE = 'knowledge check · knowledge export [--data DIR]'

/**
 * `npm run --silent knowledge -- check`: validates every knowledge file; `export`: writes what was published from the
 * desk into the files. Exit code 1 when something is wrong, or a file was edited by hand meanwhile and left alone.
 */
await runCommand('knowledge', async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } })
  switch (positionals[0]) {
    case 'check':
      return checkFiles()
    case 'export':
      return exportFiles(values.data)
    default:
      throw new QiaoError('bad_input', USAGE)
  }
})

function checkFiles(): void {
  const knowledge = loadKnowledge(readConfig().KNOWLEDGE_DIR)
  const today = systemClock.now().toISOString().slice(0, 10)
  const findings = checkKnowledge(knowledge, { required: REQUIRED_INTENTS, today })
  for (const { where, what } of findings) process.stdout.write(`${where}: ${what}\n`)
  if (findings.length) process.exitCode = 1
  else
    process.stdout.write(
      `${knowledge.entries.size} intents, ${knowledge.laws.size} laws, ${knowledge.communities.size} compounds: nothing wrong\n`,
    )
}

/** Also while the server runs. */
async function exportFiles(data: string | undefined): Promise<void> {
  const config = readConfig()
  const place = recordPlace(data === undefined ? config : { ...config, DATA_DIR: data })
  const store = await openStore({ ...place, clock: systemClock, newId, shared: true })
  try {
    const { written, same, changed } = await exportKnowledge(config.KNOWLEDGE_DIR, store.knowledge)
    for (const path of written) process.stdout.write(`${path}: written\n`)
    for (const path of changed)
      process.stdout.write(`${path}: edited by hand since it was published from the desk; left alone\n`)
    process.stdout.write(`${written.length} written, ${same.length} already the same, ${changed.length} left alone\n`)
    if (changed.length) process.exitCode = 1
  } finally {
    await store.close()
  }
}
