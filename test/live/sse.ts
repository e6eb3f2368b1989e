import { expect, vi } from 'vitest'

const WAIT = { timeout: 10_000, interval: 20 }

export interface HeardEvents {
  /** Of the messages, as they came. */
  seqs: number[]
  /** Until so many of this kind have come. */
  until(kind: string, count?: number): Promise<void>
  close(): void
}

/** Reads a stream of server-sent events. */
export async function openEvents(url: string, token?: string): Promise<HeardEvents> {
  const abort = new AbortController()
  const headers = token ? { authorization: `Bearer ${token}` } : {}
  const response = await fetch(url, { headers, signal: abort.signal })
  if (!response.ok || !response.body) throw new Error(`the stream was refused: ${response.status}`)
  const kinds: string[] = []
  const seqs: number[] = []
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const piece of body) {
      const parts = (rest + decoder.decode(piece, { stream: true })).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        const kind = /^event: (.*)$/m.exec(part)?.[1]
        const id = /^id: (.*)$/m.exec(part)?.[1]
        if (kind) kinds.push(kind)
        if (id) seqs.push(Number(id))
      }
    }
  }
  // Ends when it is closed.
  read(response.body).catch(() => undefined)
  return {
    seqs,
    until: (kind, count = 1) =>
      vi.waitFor(() => expect(kinds.filter((heard) => heard === kind).length).toBeGreaterThanOrEqual(count), WAIT),
    close: () => abort.abort(),
  }
}
