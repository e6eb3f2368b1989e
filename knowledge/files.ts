import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The knowledge files that can be written from the desk. */
const REVISABLE =
  /^(intents\/(?<intent>[a-z_]+(\.[a-z_]+)?)\.md|communities\/(?<community>[a-z0-9-]+)\/(community\.yaml|overrides\/(?<override>[a-z_]+(\.[a-z_]+)?)\.md))$/

/** What a path of the knowledge folder holds. */
export type FileKind =
  | { kind: 'intent'; intent: string }
  | { kind: 'override'; intent: string; community: string }
  | { kind: 'settings'; community: string }

/** Undefined for a path that the desk does not write; nothing else ever reaches the disk. */
export function kindOfPath(path: string): FileKind | undefined {
  const { intent, community, override } = REVISABLE.exec(path)?.groups ?? {}
  if (intent) return { kind: 'intent', intent }
  if (!community) return undefined
  return override ? { kind: 'override', intent: override, community } : { kind: 'settings', community }
}

export function pathOf(file: FileKind): string {
  switch (file.kind) {
    case 'intent':
      return `intents/${file.intent}.md`
    case 'override':
      return `communities/${file.community}/overrides/${file.intent}.md`
    case 'settings':
      return `communities/${file.community}/community.yaml`
    default:
      return file satisfies never
  }
}

/** The file's text; undefined where there is none. */
export function readKnowledgeFile(dir: string, path: string): string | undefined {
  const file = join(dir, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Every file of the folder that the desk can write, with its text. */
export function readRevisable(dir: string): Map<string, string> {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => kindOfPath(path))
  return new Map(paths.sort().map((path) => [path, readFileSync(join(dir, path), 'utf8')]))
}
