import { mkdirSync } from 'node:fs'
import { text as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { QiaoError } from '../bot/errors.ts'
import type { Store } from '../bot/ports.ts'
import { readConfig } from '../config.ts'
import { hashPassword } from '../desk/passwords.ts'
import { openStore } from '../store/open.ts'
import { newId, systemClock } from '../wire/ids.ts'
import { recordPlace } from '../wire/recordPlace.ts'
import { runCommand } from './command.ts'

const USAGE =
  'staff add --name NAME --role admin|manager|staff (password from standard input) · list · disable --name NAME'

const role = z.enum(['admin', 'manager', 'staff'])
const name = z.string().trim().min(1).max(100)

/** `npm run --silent staff -- add|list|disable`, also while the server runs. */
await runCommand('staff', async () => {
  const { values, positionals } = parseArgs({
    options: { name: { type: 'string' }, role: { type: 'string' } },
    allowPositionals: true,
  })
  const config = readConfig()
  mkdirSync(config.DATA_DIR, { recursive: true })
  const open = () => openStore({ ...recordPlace(config), clock: systemClock, newId, shared: true })
  switch (positionals[0]) {
    case 'add':
      return add(open, given(name, values.name, '--name'), given(role, values.role, '--role'))
    case 'list':
      return list(open)
    case 'disable':
      return disable(open, given(name, values.name, '--name'))
    default:
      throw new QiaoError('bad_input', USAGE)
  }
})

function given<S extends z.ZodType>(schema: S, value: unknown, flag: string): z.infer<S> {
  const result = schema.safeParse(value)
  if (!result.success) throw new QiaoError('bad_input', `${flag} is missing or wrong; ${USAGE}`)
  return result.data
}

type Open = () => Promise<Store>

async function add(open: Open, who: string, as: z.infer<typeof role>): Promise<void> {
  const password = (await readAll(process.stdin)).replace(/\r?\n$/, '')
  const passwordHash = await hashPassword(password)
  await using(open, async (store) => {
    await store.staff.add({ name: who, role: as, passwordHash })
    process.stdout.write(`added ${who} (${as})\n`)
  })
}

async function list(open: Open): Promise<void> {
  await using(open, async (store) => {
    for (const member of await store.staff.list())
      process.stdout.write(`${member.name}\t${member.role}${member.disabled ? '\tdisabled' : ''}\n`)
  })
}

async function disable(open: Open, who: string): Promise<void> {
  await using(open, async (store) => {
    if (!(await store.staff.disable(who))) throw new QiaoError('not_found', `nobody on the staff is called ${who}`)
    process.stdout.write(`disabled ${who}; open sessions are ended\n`)
  })
}

async function using(open: Open, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await open()
  try {
    await work(store)
  } finally {
    await store.close()
  }
}
