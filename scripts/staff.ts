import { userInfo } from 'node:os'
import { text as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { QiaoError } from '../bot/errors.ts'
import type { StaffChange, Store } from '../bot/ports.ts'
import { type Facts, type StaffMember, TEAMS, type Team } from '../bot/types.ts'
import { hashPassword } from '../desk/passwords.ts'
import { runCommand } from './command.ts'
import { withRecord } from './record.ts'

const USAGE = `staff add --name NAME --role admin|manager|staff [--compounds ID,ID] (password from standard input) · list
  disable|enable|sessions|logout|totp-reset --name NAME · role --name NAME --role ROLE
  compounds --name NAME --compounds ID,ID (empty: every one) · password --name NAME (from standard input)
  oidc --name NAME --subject SUBJECT · teams --name NAME --teams TEAM,TEAM (${TEAMS.join(', ')}; empty: none)`

const OPTIONS = {
  name: { type: 'string' },
  role: { type: 'string' },
  compounds: { type: 'string' },
  subject: { type: 'string' },
  teams: { type: 'string' },
} as const
const role = z.enum(['admin', 'manager', 'staff'])
const name = z.string().trim().min(1).max(100)
const compounds = z.string().transform((text) => text.split(',').flatMap((id) => id.trim() || []))
const teams = compounds.pipe(z.array(z.enum(TEAMS)))

/** `npm run --silent staff -- …`, also while the server runs: whatever an administrator does about staff. */
await runCommand('staff', async () => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
  const who = () => given(name, values.name, '--name')
  switch (positionals[0]) {
    case 'add':
      return add(who(), given(role, values.role, '--role'), given(compounds, values.compounds ?? '', '--compounds'))
    case 'list':
      return withRecord(async (store) => {
        for (const member of await store.staff.list()) print(lineOf(member))
      })
    case 'disable':
      return change(who(), { disabled: true }, 'disabled')
    case 'enable':
      return change(who(), { disabled: false }, 'enabled')
    case 'role':
      return change(who(), { role: given(role, values.role, '--role') }, 'changed')
    case 'compounds':
      return change(who(), { communities: given(compounds, values.compounds, '--compounds') }, 'changed')
    case 'teams':
      return setTeams(who(), given(teams, values.teams, '--teams'))
    case 'oidc':
      return change(who(), { oidcSubject: given(name, values.subject, '--subject') }, 'changed')
    case 'password':
      return change(who(), { passwordHash: await hashPassword(await password(), [who()]) }, 'new password for')
    case 'sessions':
      return withMember(who(), async (store, { id }) => {
        for (const one of await store.staff.sessions(id))
          print([one.openedAt ?? '', one.expiresAt, one.from ?? '', one.agent ?? ''].join('\t'))
      })
    case 'logout':
      return change(who(), {}, 'logged out')
    case 'totp-reset':
      return withMember(who(), async (store, { id }) => {
        await noted(store, 'totp-reset', id, {}, () => store.staff.resetTotp(id))
        print(`${who()} has no second factor any more`)
      })
    default:
      throw new QiaoError('bad_input', USAGE)
  }
})

function given<S extends z.ZodType>(schema: S, value: unknown, flag: string): z.infer<S> {
  const result = schema.safeParse(value)
  if (!result.success) throw new QiaoError('bad_input', `${flag} is missing or wrong; ${USAGE}`)
  return result.data
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function password(): Promise<string> {
  return (await readAll(process.stdin)).replace(/\r?\n$/, '')
}

function lineOf({ name: who, role: as, communities, totp, disabled }: StaffMember): string {
  const more = [
    ...(communities ? [communities.join(',')] : []),
    ...(totp ? ['totp'] : []),
    ...(disabled ? ['disabled'] : []),
  ]
  return [who, as, ...more].join('\t')
}

/** In the audit as what was done at the command line, by the name under which the system knows who works there. */
function noted<Done>(store: Store, verb: string, subject: string, after: Facts, work: () => Done): Done {
  const note = { who: { name: userInfo().username }, from: 'command line', action: `staff ${verb}`, subject, after }
  return store.audit.along(() => note, work)
}

async function add(who: string, as: z.infer<typeof role>, communities: string[]): Promise<void> {
  const passwordHash = await hashPassword(await password(), [who])
  await withRecord(async (store) => {
    const input = { name: who, role: as, passwordHash, communities }
    await noted(store, 'add', who, { role: as, communities }, () => store.staff.add(input))
    print(`added ${who} (${as})`)
  })
}

async function change(who: string, changes: StaffChange, done: string): Promise<void> {
  await withMember(who, async (store, member) => {
    const after = { ...changes, ...(changes.passwordHash && { passwordHash: 'new' }) }
    const result = await noted(store, done, member.id, after, () => store.staff.update(member.id, changes))
    if (result.kind === 'last_admin')
      throw new QiaoError('conflict', `${who} is the last administrator; there must be another one first`)
    print(`${done} ${who}; open sessions are ended`)
  })
}

async function setTeams(who: string, of: readonly Team[]): Promise<void> {
  await withMember(who, async (store, { id }) => {
    await noted(store, 'teams', id, { teams: [...of] }, () => store.teams.put(id, of))
    print(`${who} is of ${of.join(', ') || 'no team'}`)
  })
}

function withMember(who: string, work: (store: Store, member: StaffMember) => Promise<void>): Promise<void> {
  return withRecord(async (store) => {
    const member = await store.staff.findByName(who)
    if (!member) throw new QiaoError('not_found', `nobody on the staff is called ${who}`)
    await work(store, member)
  })
}
