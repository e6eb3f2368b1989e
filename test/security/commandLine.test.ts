import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, newOwner } from '../http/client.ts'
import { type TwoCompounds, twoCompounds } from './twoCompounds.ts'

const run = promisify(execFile)

let two: TwoCompounds
beforeAll(async () => {
  two = await twoCompounds()
})
afterAll(() => two.stop())

/** Beside the running server, as an administrator does who cannot get in. */
const command = (script: string, words: string[], settings: Record<string, string> = {}) =>
  run('npx', ['tsx', `scripts/${script}.ts`, ...words], {
    env: { ...process.env, DATA_DIR: two.desk.dataDir, ...settings },
  })

test('a code for a home: shown once, good once, in the audit without itself', async () => {
  const { store, url, clock } = two.desk
  clock.set(new Date().toISOString())
  const { stdout } = await command('homes', ['code', '--home', 'demo/3-2-501'])
  const [code = ''] = stdout.split('\t')
  expect(stdout).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{8}\tgood once, until 20/)
  const { entries } = await store.audit.list({ action: 'home code' })
  expect(entries).toMatchObject([{ from: 'command line', subject: two.demo.home }])
  expect(JSON.stringify(entries)).not.toContain(code)
  const owner = await newOwner(url)
  const tries = () => call(`${owner.url}/verify`, { token: owner.token, body: { code } })
  expect((await tries()).body).toMatchObject({ verified: true })
  expect((await tries()).status).toBe(422)
  for (const home of ['demo/9-9-999', 'demo', ''])
    await expect(command('homes', ['code', '--home', home])).rejects.toThrow(/home/)
}, 120_000)

test('teams of a clerk, by name; one that there is not is refused', async () => {
  const { store } = two.desk
  const { member } = await two.desk.clerk('王芳')
  await command('staff', ['teams', '--name', '王芳', '--teams', 'repair,clean'])
  expect((await store.teams.of(member.id)).sort()).toEqual(['clean', 'repair'])
  await expect(command('staff', ['teams', '--name', '王芳', '--teams', 'kings'])).rejects.toThrow(/--teams/)
  await command('staff', ['teams', '--name', '王芳', '--teams', ''])
  expect(await store.teams.of(member.id)).toEqual([])
  expect((await store.audit.list({ action: 'staff teams' })).entries).toHaveLength(2)
}, 120_000)

test('what is older than the settings keep goes now; without settings nothing does', async () => {
  const { store, url, clock } = two.desk
  await expect(command('privacy', ['retention'])).rejects.toThrow(/RETENTION_DAYS/)
  clock.set('2020-01-01T02:00:00.000Z')
  const old = await newOwner(url)
  await old.says('物业费怎么交')
  clock.set(new Date().toISOString())
  const fresh = await newOwner(url)
  await fresh.says('物业费怎么交')
  await command('privacy', ['retention'], { RETENTION_DAYS: '365' })
  expect(await store.conversations.messages(old.id, 0, 10)).toEqual([])
  expect((await fresh.sees()).length).toBeGreaterThan(1)
}, 120_000)
