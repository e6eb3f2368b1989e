import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const filesIn = (folder: string, ends: RegExp): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

const names = (texts: string[], pattern: RegExp): Set<string> =>
  new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')))

const ALL = 'pages/tokens.css'
const STAFF = 'pages/tokens.staff.css'

test.each([
  ['desk', [ALL, STAFF]],
  ['owner', [ALL]],
  ['repairer', [ALL, STAFF]],
])('every value that the styles of %s ask for is given; a page without it loses its margins', (page, tokens) => {
  const styles = [...filesIn(join('pages', page), /\.css$/), ...tokens.map((file) => readFileSync(file, 'utf8'))]
  const used = names(styles, /var\((--[a-z0-9-]+)/g)
  const given = names([...styles, ...filesIn(join('pages', page), /\.tsx?$/)], /(--[a-z0-9-]+)(?::|')/g)
  expect(used.size).toBeGreaterThan(10)
  expect([...used].filter((name) => !given.has(name))).toEqual([])
})
