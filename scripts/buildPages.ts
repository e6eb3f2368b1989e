import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const SOURCE = 'pages'
const BUILT = join('dist', 'pages', 'widget.js')

/** Builds all pages and the widget when they were never built, or when a source is newer than what was. */
export async function buildPages(): Promise<void> {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= newest(SOURCE)) return
  const before = process.env.NODE_ENV
  // What is tested is what is served: a test's own environment would build the pages for debugging.
  process.env.NODE_ENV = 'production'
  try {
    // The first begins with an empty folder.
    for (const folder of ['', 'owner', 'repairer', 'widget'])
      await build({ configFile: join(SOURCE, folder, 'vite.config.ts'), logLevel: 'warn' })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

function newest(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return Math.max(
    ...entries.filter((entry) => entry.isFile()).map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}
