import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A pattern and where it is written or put together. */
export interface Pattern {
  at: string
  source: string
  flags: string
}

/** Files with code under these folders, worker threads apart: these end when they are imported. */
export function codeIn(folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !readFileSync(path, 'utf8').includes('workerData')),
  )
}

/** What stands between slashes in a file. */
export function literalsIn(path: string): Pattern[] {
  const found: Pattern[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ at: path, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, kind))
  return found
}

/** What `new RegExp` makes while `run` goes on, by code of these folders. */
export async function builtDuring(folders: string[], run: () => Promise<void>): Promise<Pattern[]> {
  const found = new Map<string, Pattern>()
  const Real = globalThis.RegExp
  const ours = new Real(`/(?:${folders.join('|')})/[\\w/.-]+\\.ts`)
  globalThis.RegExp = new Proxy(Real, {
    construct(target, given, as) {
      const made = Reflect.construct(target, given, as) as RegExp
      const caller = new Error().stack?.split('\n')[2] ?? ''
      const at = caller.includes('/node_modules/') ? undefined : ours.exec(caller)?.[0]
      if (at) found.set(`${made.source}/${made.flags}`, { at: at.slice(1), source: made.source, flags: made.flags })
      return made
    },
  })
  try {
    await run()
  } finally {
    globalThis.RegExp = Real
  }
  return [...found.values()]
}

/** `a|b(c|d)` is tried as a, then as b(c|d): each costs by itself. */
export function alternativesOf(source: string): string[] {
  const parts = ['']
  let depth = 0
  for (const [token] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[\s\S]/gu)) {
    if (token === '(') depth++
    if (token === ')') depth--
    if (token === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += token
  }
  return parts
}
