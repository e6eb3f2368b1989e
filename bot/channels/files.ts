import type { KeptItem } from '../ports/channels.ts'
import { ApiError } from './api.ts'
import type { FileAtPlatform } from './heard.ts'
import type { IntakePorts } from './intake.ts'

/** Milliseconds until a file that could not be fetched is tried again; platforms keep them for three days. */
const AGAIN_MS = [30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000, 3 * 3_600_000, 12 * 3_600_000]

/** `later`: it may still be had. `lost`: the platform has it no more, or it is none that we take. */
export type Fetched = { kind: 'here'; id: string } | { kind: 'later'; at: string } | { kind: 'lost' }

type Ports = Pick<IntakePorts, 'store' | 'clock' | 'readFile' | 'live' | 'report'>

/** Brings owners' photos and voices from the platform into the record. */
export class Files {
  readonly #ports: Ports
  readonly #fetch: (file: FileAtPlatform) => Promise<Buffer>

  constructor(ports: Ports, fetch: (file: FileAtPlatform) => Promise<Buffer>) {
    this.#ports = ports
    this.#fetch = fetch
  }

  /** What the platform fails to give is asked for again later; what fails here is thrown. */
  async take(conversationId: string, file: FileAtPlatform, attempts = 0): Promise<Fetched> {
    let content: Buffer
    try {
      content = await this.#fetch(file)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.#ports.report(error, conversationId)
      const wait = AGAIN_MS[attempts]
      if (error.outcome === 'refused' || wait === undefined) return { kind: 'lost' }
      return { kind: 'later', at: new Date(this.#ports.clock.now().getTime() + wait).toISOString() }
    }
    return this.#store(conversationId, file, content)
  }

  /** Of a message that was answered without it. */
  async again(item: KeptItem): Promise<void> {
    const { store, live } = this.#ports
    const { conversationId = '' } = item.message ?? {}
    const fetched = await this.take(conversationId, fileOf(item), item.attempts + 1)
    if (fetched.kind === 'later') return store.channels.postpone(item.position, fetched.at)
    const attached = await store.channels.attach(item.position, fetched.kind === 'here' ? fetched.id : undefined)
    if (!attached) return
    const event = { kind: 'messages', conversationId } as const
    live.publish(`conversation:${conversationId}`, event)
    live.publish('desk', event)
  }

  async #store(conversationId: string, file: FileAtPlatform, given: Buffer): Promise<Fetched> {
    const read = await this.#ports.readFile(given)
    if (!read) return { kind: 'lost' }
    const { type, ending, content } = read
    const name = `${file.name?.replace(/\.[^.]*$/, '').slice(0, 100) || file.kind}.${ending}`
    const added = await this.#ports.store.attachments.add(conversationId, { name, type, content })
    return added.kind === 'stored' ? { kind: 'here', id: added.id } : { kind: 'lost' }
  }
}

/** The channels keep it in the item under this name. */
export const FILE = 'file'

function fileOf({ body }: KeptItem): FileAtPlatform {
  return (JSON.parse(body) as { [FILE]: FileAtPlatform })[FILE]
}
