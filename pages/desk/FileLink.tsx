import { type Attachment, isDrawn } from '../../bot/types.ts'
import { withSigns } from './said/signs.ts'
import { useReading } from './surroundings.ts'

/** What an owner sent: a picture small, anything else by name; each opens in a window of its own. */
export function FileLink({ file: { id, name, type, size } }: { file: Attachment }) {
  const { words } = useReading()
  const label = `${words.attachment} · ${withSigns(name)} · ${sizeOf(size)}`
  const href = `/api/desk/attachments/${encodeURIComponent(id)}`
  return (
    <a class="file" href={href} target="_blank" rel="noopener" title={label}>
      {isDrawn(type) ? <img src={href} alt={label} loading="lazy" /> : label}
    </a>
  )
}

/** Bytes as a person reads them. */
function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
