import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import type { DataOwner, Store } from '../bot/ports.ts'
import { runCommand } from './command.ts'
import { withRecord } from './record.ts'

const USAGE = `privacy export --owner OWNER · erase --owner OWNER [--dry-run] · compact
  OWNER: id of a conversation, a phone, or a home as COMPOUND/BUILDING-UNIT-ROOM`

/** `npm run --silent privacy -- export|erase|compact`, also while the server runs. */
await runCommand('privacy', async () => {
  const options = { owner: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  switch (positionals[0]) {
    case 'export':
      return withOwner(values.owner, exportData)
    case 'erase':
      return withOwner(values.owner, (store, owner) => eraseData(store, owner, values['dry-run'] === true))
    case 'compact':
      return withRecord((store) => store.privacy.compact())
    default:
      throw new QiaoError('bad_input', USAGE)
  }
})

function withOwner(named: string | undefined, work: (store: Store, owner: DataOwner) => Promise<void>): Promise<void> {
  if (!named?.trim()) throw new QiaoError('bad_input', `--owner is missing; ${USAGE}`)
  return withRecord(async (store) => {
    const owner = await store.privacy.find(named)
    if (owner.conversations.length + owner.homes.length === 0 && !owner.place)
      throw new QiaoError('not_found', `nothing is kept of ${named}`)
    await work(store, owner)
  })
}

/** In the audit by ids and counts, under the name by which the system knows who works there. */
function noteOf(action: string, { conversations, homes, place }: DataOwner) {
  const [subject] = [...conversations, ...homes]
  return {
    who: { name: userInfo().username },
    from: 'command line',
    action,
    ...(subject && { subject }),
    after: { conversations: conversations.length, homes: homes.length, ...(place && { ordersOfHome: true }) },
  }
}

async function exportData(store: Store, owner: DataOwner): Promise<void> {
  await store.audit.note(noteOf('export', owner))
  process.stdout.write(`${JSON.stringify(await store.privacy.export(owner), null, 2)}\n`)
}

/** It cannot be taken back; a dry run says what would go. */
async function eraseData(store: Store, owner: DataOwner, dry: boolean): Promise<void> {
  const { conversations, homes, place } = owner
  const orders = place ? ', orders that name the home' : ''
  const what = `${conversations.length} conversations, ${homes.length} homes${orders}`
  if (dry) {
    process.stdout.write(`would erase ${what}\n`)
    return
  }
  await store.audit.along(
    () => noteOf('erase', owner),
    () => store.privacy.erase(owner),
  )
  process.stdout.write(`erased ${what}; backups still hold them until they expire\n`)
}
