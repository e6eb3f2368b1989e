import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { KnowledgeStore } from '../bot/ports/knowledge.ts'
import { readKnowledgeFile } from './files.ts'

/** What became of each published revision. `changed`: the file was edited by hand since; it is left alone. */
export interface Exported {
  written: string[]
  same: string[]
  changed: string[]
}

/**
 * Writes what is published from the desk into the files. A file whose text the desk never knew was edited by hand in
 * the meantime: it stays, and somebody has to bring the two together.
 */
export async function exportKnowledge(dir: string, store: KnowledgeStore): Promise<Exported> {
  const { files } = await store.published()
  const outcome: Exported = { written: [], same: [], changed: [] }
  for (const [path, content] of files) {
    const file = readKnowledgeFile(dir, path)
    if (file === content) outcome.same.push(path)
    else if (file !== undefined && !(await store.contents(path)).includes(file)) outcome.changed.push(path)
    else {
      mkdirSync(dirname(join(dir, path)), { recursive: true })
      writeFileSync(join(dir, path), content)
      outcome.written.push(path)
    }
  }
  return outcome
}
