import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A package that ships, with its licence as an SPDX expression; undefined where nobody says. */
export interface Licensed {
  name: string
  version: string
  licence: string | undefined
}

/** Licences under which a package may ship with ours: those that ask for no more than to be named… */
const PERMISSIVE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'CC-BY-4.0']
/** …and those that ask for changes to the package itself, which we use as it is, in a file of its own. */
const OF_THE_FILE = ['MPL-2.0', 'LGPL-3.0-or-later']
const ALLOWED: readonly string[] = [...PERMISSIVE, ...OF_THE_FILE]

/** Packages that say it in a file of theirs alone. */
const READ: Record<string, string> = { 'sylvester@0.0.21': 'MIT' }

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
})
/** How old packages said it. */
const oldForm = z.object({ licenses: z.array(z.object({ type: z.string() })).min(1) })

/** Every package that ships, by the lock file of the folder. */
export function shippedPackages(folder: string): Licensed[] {
  const { packages } = lock.parse(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')))
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
  return shipped.map(([path, { version = '', license }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return { name, version, licence: license ?? READ[`${name}@${version}`] ?? saidByItself(join(folder, path)) }
  })
}

function saidByItself(path: string): string | undefined {
  try {
    const said = oldForm.safeParse(JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')))
    return said.data?.licenses.map(({ type }) => type).join(' OR ')
  } catch {
    return undefined
  }
}

/** Whether it may ship: every part of `A AND B`, one of `A OR B`. */
export function isAllowed(licence: string | undefined): boolean {
  if (!licence) return false
  const parts = licence.replace(/[()]/g, '').split(/\s+OR\s+/)
  return parts.some((part) => part.split(/\s+AND\s+/).every((one) => ALLOWED.includes(one)))
}
