import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isAllowed, shippedPackages } from '../../scripts/licenceList.ts'

test('everything that ships has a licence under which it may', () => {
  const packages = shippedPackages('.')
  expect(packages.length).toBeGreaterThan(100)
  expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([])
})

test('a licence that may not ship, or none, is found; of a choice one is enough, of several all are wanted', () => {
  for (const licence of ['GPL-3.0-only', 'AGPL-3.0', 'UNLICENSED', 'MIT AND GPL-2.0', 'SEE LICENSE IN x', undefined])
    expect([licence, isAllowed(licence)]).toEqual([licence, false])
  for (const licence of ['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT']) expect(isAllowed(licence)).toBe(true)
})

test('packages for development alone are left out, and one without a word is unknown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qiao-licences-'))
  const packages = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', license: 'MIT' },
    'node_modules/a/node_modules/@b/c': { version: '2.0.0' },
    'node_modules/d': { version: '3.0.0', license: 'GPL-3.0', dev: true },
  }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  expect(shippedPackages(folder)).toEqual([
    { name: 'a', version: '1.0.0', licence: 'MIT' },
    { name: '@b/c', version: '2.0.0', licence: undefined },
  ])
  rmSync(folder, { recursive: true })
})

test('npm run sbom tells in CycloneDX of all that ships, and of nothing else', () => {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  expect(status).toBe(0)
  const bom = z.object({ bomFormat: z.literal('CycloneDX'), components: z.array(z.object({ 'bom-ref': z.string() })) })
  const names = bom.parse(JSON.parse(stdout)).components.map((one) => one['bom-ref'])
  const ships = new Set(shippedPackages('.').map(({ name, version }) => `${name}@${version}`))
  expect([...ships].filter((one) => !names.includes(one))).toEqual([])
  expect(names.filter((one) => !ships.has(one))).toEqual([])
})

test('no package that ships is fetched from elsewhere than the registry, or without its hash', () => {
  const { packages } = z
    .object({
      packages: z.record(
        z.string(),
        z.looseObject({ resolved: z.string().optional(), integrity: z.string().optional() }),
      ),
    })
    .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const loose = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'),
  )
  expect(loose.map(([path]) => path)).toEqual([])
})
