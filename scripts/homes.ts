import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import { CODE_LIFE_MS, newCode } from '../desk/homes.ts'
import { hashToken, newToken, systemClock } from '../wire/ids.ts'
import { runCommand } from './command.ts'
import { withRecord } from './record.ts'

const USAGE = 'homes code --home COMPOUND/BUILDING-UNIT-ROOM'

/** `npm run --silent homes -- code --home demo/3-2-501`: a code that binds a conversation to it, shown this once. */
await runCommand('homes', async () => {
  const { values, positionals } = parseArgs({ options: { home: { type: 'string' } }, allowPositionals: true })
  if (positionals[0] !== 'code' || !values.home?.includes('/')) throw new QiaoError('bad_input', USAGE)
  await makeCode(values.home)
})

/** The record holds its hash alone; the audit, who made it. */
function makeCode(named: string): Promise<void> {
  return withRecord(async (store) => {
    const [homeId] = (await store.privacy.find(named)).homes
    if (!homeId) throw new QiaoError('not_found', `no home ${named} is on file`)
    const code = newCode(newToken)
    const expiresAt = new Date(systemClock.now().getTime() + CODE_LIFE_MS).toISOString()
    const madeBy = userInfo().username
    const note = { who: { name: madeBy }, from: 'command line', action: 'home code', subject: homeId }
    await store.audit.along(
      () => note,
      () => store.homes.addCode({ homeId, codeHash: hashToken(code), madeBy, expiresAt }),
    )
    process.stdout.write(`${code}\tgood once, until ${expiresAt}\n`)
  })
}
