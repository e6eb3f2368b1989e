import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import type { DataOwner, KeptPicture, Store } from '../bot/ports.ts'
import { readConfig } from '../config.ts'
import { hasMore, isDrawable, redrawn } from '../http/image.ts'
import { inProcessSide } from '../live/inProcessSide.ts'
import { Retention } from '../records/retention.ts'
import { systemClock } from '../wire/ids.ts'
import { runCommand } from './command.ts'
import { withRecord } from './record.ts'

const USAGE = `privacy export --owner OWNER · erase --owner OWNER [--dry-run] · compact · repaint · retention
  OWNER: id of a conversation, a phone, or a home as COMPOUND/BUILDING-UNIT-ROOM`

/** `npm run --silent privacy -- export|erase|compact|repaint|retention`, also while the server runs. */
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
    case 'retention':
      return withRecord(retain)
    case 'repaint':
      return withRecord(repaint)
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

/** What the server does daily, now: by the settings, and nothing while they are not set. */
async function retain(store: Store): Promise<void> {
  const { RETENTION_DAYS: days, RETENTION_FILES_DAYS: fileDays } = readConfig()
  if (!days && !fileDays) throw new QiaoError('bad_input', 'neither RETENTION_DAYS nor RETENTION_FILES_DAYS is set')
  const report = (cause: unknown) => {
    throw cause
  }
  const { events: live } = inProcessSide(systemClock, report)
  const keeping = { ...(days && { days }), ...(fileDays && { fileDays }) }
  await new Retention({ store, live, clock: systemClock, ...keeping, report }).run()
  process.stdout.write(
    `kept: conversations ${days ?? 'all'} days, files ${fileDays ?? 'all'} days; the audit says what went\n`,
  )
}

/** Pictures that came before they were painted anew at the door lose what stands beside their pixels. */
async function repaint(store: Store): Promise<void> {
  const counts = { repainted: 0, plain: 0, left: 0 }
  for (let next = await store.pictures.after(''); next; next = await store.pictures.after(next.id)) {
    const done = await repainted(store, next)
    counts[done]++
    if (done === 'left') process.stdout.write(`${next.id}: ${next.type} cannot be painted anew, it stays as it is\n`)
  }
  const action = 'pictures repainted'
  await store.audit.note({ who: { name: userInfo().username }, from: 'command line', action, after: counts })
  process.stdout.write(
    `${counts.repainted} pictures painted anew, ${counts.plain} were plain already, ${counts.left} stay as they are\n`,
  )
}

async function repainted(store: Store, { id, type, content }: KeptPicture): Promise<'repainted' | 'plain' | 'left'> {
  const given = Buffer.from(content)
  if (isDrawable(type) && !(await hasMore(given))) return 'plain'
  const painted = isDrawable(type) ? await redrawn(given, type) : undefined
  if (!painted) return 'left'
  await store.pictures.replace(id, painted)
  return 'repainted'
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
