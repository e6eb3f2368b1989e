import { type FileKind, kindOf } from './fileKind.ts'
import { isDrawable, redrawn } from './image.ts'

/** A file as it is kept. */
export interface FileContent extends FileKind {
  content: Buffer
}

/**
 * What a file is, by its content alone, and what of it is kept: pictures are painted anew, voice and PDF stay as they
 * are.
 * @returns `unknown` for what is neither image, voice nor PDF; `unreadable` for a picture that cannot be painted
 */
export async function contentOf(given: Buffer): Promise<FileContent | 'unknown' | 'unreadable'> {
  const kind = await kindOf(given)
  if (!kind) return 'unknown'
  if (!kind.type.startsWith('image/')) return { ...kind, content: given }
  const content = isDrawable(kind.type) ? await redrawn(given, kind.type) : undefined
  return content ? { ...kind, content } : 'unreadable'
}
