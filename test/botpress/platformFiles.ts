import { z } from 'zod'

interface Kept {
  key: string
  contentType: string
  content?: Buffer
}

const wanted = z.strictObject({
  key: z.string().min(1),
  size: z.number().int().positive(),
  contentType: z.string(),
  accessPolicies: z.tuple([z.literal('public_content')]),
  publicContentImmediatelyAccessible: z.literal(true),
})

/** Files at Botpress: the API gives an address to put the content to, and one to fetch it from. */
export class FakeFiles {
  readonly #files: Kept[] = []

  /** `PUT /v1/files`; undefined when it is not as it should be. */
  upsert(body: unknown, url: string): object | undefined {
    const given = wanted.safeParse(body)
    if (!given.success) return undefined
    const { key, contentType, size } = given.data
    let at = this.#files.findIndex((file) => file.key === key)
    if (at < 0) at = this.#files.push({ key, contentType }) - 1
    const address = { url: `${url}/content/${at}`, uploadUrl: `${url}/upload/${at}` }
    return { file: { id: `file_${at}`, key, contentType, size, tags: {}, metadata: {}, ...address } }
  }

  /** `PUT` to the address for the content, `GET` from the other. */
  content(method: string, path: string, body: Buffer): { status: number; content?: Buffer; type?: string } | undefined {
    const [, what, at] = /^\/(upload|content)\/(\d+)$/.exec(path) ?? []
    const file = this.#files[Number(at)]
    if (!what || !file) return undefined
    if (what === 'upload' && method === 'PUT') file.content = body
    if (what === 'upload') return { status: 200 }
    return file.content ? { status: 200, content: file.content, type: file.contentType } : { status: 404 }
  }
}
