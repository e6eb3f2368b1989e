import type { Attachment } from './message.ts'

/** Of one message at most. */
export const MOST_ATTACHMENTS = 9

/** What pages may draw; everything else is handed out as a download. */
const DRAWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

export const isDrawn = (type: string): boolean => DRAWN.has(type)

/** Minutes after which a photo is no longer taken to belong to what is said next. */
export const PHOTO_MINUTES = 60

/** What a work order keeps at its number, for the company's own system; the link asks for a session of staff. */
export const attachmentLink = ({ id }: Pick<Attachment, 'id'>): string =>
  `/api/desk/attachments/${encodeURIComponent(id)}`

export const isVoice = (type: string): boolean => type.startsWith('audio/')

/**
 * The headers that a file goes out with: nothing in it runs, no browser takes it for another type, and a name in
 * Chinese arrives whole (RFC 6266, RFC 8187).
 */
export function attachmentHeaders({ name, type }: Pick<Attachment, 'name' | 'type'>): Record<string, string> {
  const plain = name.replace(/[^\w.-]/g, '_')
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'content-type': type,
    'content-disposition': `${isDrawn(type) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${coded}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': "sandbox; default-src 'none'",
  }
}
