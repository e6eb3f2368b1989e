import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { settingNames } from '../../config.ts'

const read = (name: string) => readFileSync(`deploy/${name}`, 'utf8')
/** What a stop lasts at most, in seconds: calls, then turns. */
const STOP_SECONDS = 40

/** `[Service]` → each of its settings. */
function unit(): Map<string, Map<string, string[]>> {
  const sections = new Map<string, Map<string, string[]>>()
  let section = new Map<string, string[]>()
  for (const line of read('qiao.service').split('\n')) {
    if (line.trim() === '' || /^[#;]/.test(line)) continue
    const heading = /^\[(\w+)\]$/.exec(line)?.[1]
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? []
    if (heading) {
      section = new Map()
      sections.set(heading, section)
    } else if (name) section.set(name, [...(section.get(name) ?? []), value ?? ''])
    else throw new Error(`what is this: ${line}`)
  }
  return sections
}

const fileIn = (command: readonly string[]): string => command.find((word) => word.endsWith('.ts')) ?? ''

test('the systemd unit starts what is there, unprivileged, and waits for a stop', () => {
  const service = unit().get('Service')!
  const [start = ''] = service.get('ExecStart') ?? []
  expect(existsSync(fileIn(start.split(' ')))).toBe(true)
  expect(Number(service.get('TimeoutStopSec')?.[0])).toBeGreaterThan(STOP_SECONDS)
  expect(service.get('User')).toEqual(['qiao'])
  expect(service.get('NoNewPrivileges')).toEqual(['yes'])
  expect(service.get('ProtectSystem')).toEqual(['strict'])
  const set = service.get('Environment')!.map((pair) => pair.split('=')[0])
  expect(set.filter((name) => name !== 'NODE_ENV' && !settingNames.includes(name ?? ''))).toEqual([])
  expect(unit().get('Install')?.get('WantedBy')).toEqual(['multi-user.target'])
})

/** One instruction a line, those that go on in the next joined. */
function dockerfile(): { name: string; rest: string }[] {
  const lines = read('Dockerfile').replace(/\\\n/g, ' ').split('\n')
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', rest = ''] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? []
      return { name, rest }
    })
}

test('the image is built from the lock file, runs unprivileged, and its process gets the signal itself', () => {
  const steps = dockerfile()
  const all = (name: string) => steps.filter((step) => step.name === name).map(({ rest }) => rest)
  const known = 'FROM WORKDIR COPY RUN ENV VOLUME USER EXPOSE STOPSIGNAL HEALTHCHECK CMD'.split(' ')
  expect(steps.filter(({ name }) => !known.includes(name))).toEqual([])
  for (const from of all('FROM')) expect(from).toMatch(/^node:\d+-\w+-slim( AS \w+)?$/)
  expect(all('RUN').some((run) => /^npm ci .*--ignore-scripts/.test(run))).toBe(true)
  expect(all('USER')).toEqual(['node'])
  const command = z.array(z.string()).parse(JSON.parse(all('CMD').at(-1) ?? ''))
  expect(existsSync(fileIn(command))).toBe(true)
  const set = all('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=')[0] ?? ''))
  expect(set.filter((name) => name !== 'NODE_ENV' && !settingNames.includes(name))).toEqual([])
  const own = all('COPY').filter((line) => !line.startsWith('--from'))
  for (const line of own) for (const source of line.split(' ').slice(0, -1)) expect(existsSync(source)).toBe(true)
  // Neither records nor secrets get into an image.
  const left = readFileSync('.dockerignore', 'utf8').split('\n')
  for (const name of ['.env', 'data', '.git', 'node_modules']) expect(left).toContain(name)
})

const service = z.looseObject({
  image: z.string().regex(/:\d/).optional(),
  build: z.strictObject({ context: z.literal('..'), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/)
    .optional(),
})
const compose = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
})

/** Known to the next version already, where the one at hand takes no notice of it. */
const SHARED_LIVE_SIDE = 'REDIS_URL'

test('compose: Qiao waits for a healthy PostgreSQL and Redis, of which nobody outside sees anything', () => {
  const { services, volumes } = compose.parse(parse(read('compose.yaml')))
  expect(Object.keys(services)).toEqual(['qiao', 'postgres', 'redis'])
  const { qiao, ...others } = services
  expect(existsSync(qiao!.build!.dockerfile)).toBe(true)
  expect(Number.parseInt(qiao!.stop_grace_period ?? '', 10)).toBeGreaterThan(STOP_SECONDS)
  const unknown = Object.keys(qiao!.environment!).filter((name) => !settingNames.includes(name))
  expect(unknown.filter((name) => name !== SHARED_LIVE_SIDE)).toEqual([])
  expect(qiao!.ports).toEqual(['127.0.0.1:3000:3000'])
  for (const [name, other] of Object.entries(others)) {
    expect(qiao!.depends_on).toHaveProperty(name)
    expect(other.healthcheck?.test.length).toBeGreaterThan(1)
    expect(other.ports).toBeUndefined()
  }
  const used = Object.values(services)
    .flatMap((one) => one.volumes ?? [])
    .map((volume) => volume.split(':')[0])
  expect(used.sort()).toEqual(Object.keys(volumes).sort())
})

test('no secret stands in what is to be copied', () => {
  for (const name of ['compose.yaml', 'qiao.service', 'Dockerfile']) {
    const given = [...read(name).matchAll(/^[ \t]*\w*(?:PASSWORD|SECRET|KEY)\w*[:=][ \t]*(\S+)/gm)]
    const inAddresses = [...read(name).matchAll(/\w+:\/\/\w+:([^@\n]+)@/g)]
    for (const [, value] of [...given, ...inAddresses]) expect(value).toMatch(/^\$\{/)
  }
})
