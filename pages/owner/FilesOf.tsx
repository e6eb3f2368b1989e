import type { Attachment } from '../../bot/types.ts'
import { useRest } from './useRest.ts'

/** The files of a message; by name until the rest of the page is here. */
export function FilesOf({ files }: { files: Attachment[] | undefined }) {
  const { here } = useRest()
  if (!files?.length) return null
  if (!here) return <p class="mark">{files.map(({ name }) => name).join(', ')}</p>
  return <here.Files files={files} urlOf={here.acts.fileUrl} />
}
