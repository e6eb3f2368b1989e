import { QiaoError } from '../bot/errors.ts'
import { kindOfPath } from './files.ts'
import { parseIntentFile } from './intentFile.ts'
import { parseCommunity } from './load.ts'
import { parseOverride } from './overrides.ts'
import type { Community, Knowledge } from './types.ts'

/**
 * The knowledge of the files with other texts in place of some of them, or beside them. The base stays as it is.
 * @param files text by path; see `kindOfPath`
 * @throws QiaoError `bad_knowledge`, naming the path and what is wrong
 */
export function withFiles(base: Knowledge, files: Iterable<[string, string]>): Knowledge {
  const entries = new Map(base.entries)
  const communities = new Map(base.communities)
  // Settings before overrides, which they would lose otherwise.
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = kindOfPath(path)
    if (!file) throw new QiaoError('bad_knowledge', `${path}: not a file that the desk writes`)
    if (file.kind === 'intent') {
      const entry = parseIntentFile(path, text)
      named(path, entry.id, file.intent)
      entries.set(entry.id, entry)
      continue
    }
    const community = communityOf(communities, path, file.community)
    communities.set(file.community, changedCommunity(community, file, path, text))
  }
  return { ...base, entries, communities }
}

function changedCommunity(
  community: Community,
  file: Exclude<ReturnType<typeof kindOfPath>, undefined | { kind: 'intent' }>,
  path: string,
  text: string,
): Community {
  if (file.kind === 'settings') return { ...community, ...parseCommunity(file.community, path, text) }
  const { id, override } = parseOverride(path, text)
  named(path, id, file.intent)
  return { ...community, overrides: new Map([...community.overrides, [id, override]]) }
}

function named(path: string, id: string, wanted: string): void {
  if (id !== wanted) throw new QiaoError('bad_knowledge', `${path}: its id is ${id}; name the file after it`)
}

function communityOf(communities: Map<string, Community>, path: string, id: string): Community {
  const community = communities.get(id)
  if (!community) throw new QiaoError('bad_knowledge', `${path}: no compound is called ${id}`)
  return community
}
