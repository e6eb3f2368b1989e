import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { readConfig } from '../config.ts'
import { checkKnowledge } from '../knowledge/check.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { REQUIRED_INTENTS } from '../knowledge/required.ts'
import { systemClock } from '../wire/ids.ts'
import { runCommand } from './command.ts'

/** `npm run --silent knowledge -- check`: validates every knowledge file; exit code 1 when something is wrong. */
await runCommand('knowledge', () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  if (positionals[0] !== 'check') throw new QiaoError('bad_input', 'knowledge check')
  const knowledge = loadKnowledge(readConfig().KNOWLEDGE_DIR)
  const today = systemClock.now().toISOString().slice(0, 10)
  const findings = checkKnowledge(knowledge, { required: REQUIRED_INTENTS, today })
  for (const { where, what } of findings) process.stdout.write(`${where}: ${what}\n`)
  if (findings.length) process.exitCode = 1
  else
    process.stdout.write(
      `${knowledge.entries.size} intents, ${knowledge.laws.size} laws, ${knowledge.communities.size} compounds: nothing wrong\n`,
    )
})
