import { NOT_KEPT } from '../words.ts'

/** What a message of Botpress holds, in words and files. */
export interface Content {
  text: string
  files: { url: string; title?: string }[]
}

const URLS = ['imageUrl', 'audioUrl', 'videoUrl', 'fileUrl'] as const

const stringIn = (payload: Record<string, unknown>, name: string): string | undefined => {
  const value = payload[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Text, markdown and choices by their words; images, recordings, videos and files by address; a bloc as its parts. */
export function contentOf(payload: Record<string, unknown>): Content {
  const items = Array.isArray(payload.items) ? (payload.items as { payload?: Record<string, unknown> }[]) : []
  const parts = items.map((item) => contentOf(item.payload ?? {}))
  const url = URLS.map((name) => stringIn(payload, name)).find(Boolean)
  const title = stringIn(payload, 'title')
  const text = stringIn(payload, 'text') ?? stringIn(payload, 'markdown') ?? ''
  return {
    text: [text, ...parts.map((part) => part.text)].filter(Boolean).join('\n'),
    files: [...(url ? [{ url, ...(title && { title }) }] : []), ...parts.flatMap(({ files }) => files)],
  }
}

/** As a line of the history, where files are named and not kept. */
export function lineOf(payload: Record<string, unknown>): string {
  const { text, files } = contentOf(payload)
  const options = Array.isArray(payload.options) ? (payload.options as { label?: string }[]) : []
  const labels = options.map(({ label }) => label).filter(Boolean)
  const lines = [text, ...(labels.length ? [`[${labels.join(' / ')}]`] : []), ...files.map(({ url }) => url)]
  return lines.filter(Boolean).join('\n').slice(0, 4000) || NOT_KEPT.history
}
