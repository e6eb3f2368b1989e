import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Whether TEST_SKIP leaves this service out. */
export function isSkipped(service: 'postgres' | 'redis'): boolean {
  return (process.env.TEST_SKIP ?? '').split(',').includes(service)
}

/** Debian keeps PostgreSQL's programs off the path, a folder a version. */
const DEBIAN = '/usr/lib/postgresql'

function debianFolders(): string[] {
  try {
    const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    return versions.map((version) => join(DEBIAN, version, 'bin'))
  } catch {
    return []
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Path of the program; `scripts/test-services` installs those that are missing. */
export function program(name: string): string {
  const folders = [...debianFolders(), ...(process.env.PATH ?? '').split(delimiter)]
  const found = folders.map((folder) => join(folder, name)).find(isProgram)
  if (!found) throw new Error(`there is no ${name}; run scripts/test-services, or leave it out by TEST_SKIP`)
  return found
}
