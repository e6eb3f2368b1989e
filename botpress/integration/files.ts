/** As much as Qiao takes. */
const MOST_BYTES = 10 * 2 ** 20
const CALL_MS = 15_000

/** Whether a file of the owner may be fetched from there. */
export type MayFetch = (url: URL) => boolean

/** Public addresses by name and with https alone, so that nobody reads through us what stands inside. */
export const publicHttps: MayFetch = ({ protocol, hostname }) =>
  protocol === 'https:' && /\.[a-z]{2,}$/i.test(hostname) && !/\.(local|internal|localhost|lan|home)$/i.test(hostname)

export interface FetchedFile {
  name: string
  content: Blob
}

/** Undefined for what is not to be had, too large, or stands where nothing may be fetched. */
export async function fetchFile(
  address: string,
  title: string | undefined,
  mayFetch: MayFetch,
): Promise<FetchedFile | undefined> {
  const url = URL.parse(address)
  if (!url || !mayFetch(url)) return undefined
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(CALL_MS) })
    if (!response.ok || !response.body) return undefined
    const pieces: Uint8Array<ArrayBuffer>[] = []
    let length = 0
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
      length += piece.length
      if (length > MOST_BYTES) return undefined
      pieces.push(piece)
    }
    const name = title || decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || 'file'
    return { name, content: new Blob(pieces) }
  } catch {
    // Staff get its address instead.
    return undefined
  }
}
