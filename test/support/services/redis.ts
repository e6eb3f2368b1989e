import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { type Guarded, guarded } from './guarded.ts'
import { freePort } from './ports.ts'
import { program } from './programs.ts'

/** A real redis-server of the test's own, on a free port, gone at the end of the test or of its process. */
export class TestRedis {
  #server: Guarded | undefined

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly settings: Record<string, string>,
  ) {}

  /** `settings` as in redis.conf: `{ maxmemory: '2mb', 'cluster-enabled': 'yes' }`. Nothing is kept on the disk. */
  static async start(settings: Record<string, string> = {}): Promise<TestRedis> {
    const folder = mkdtempSync(join(tmpdir(), 'qiao-redis-'))
    const made = new TestRedis(folder, await freePort(), settings)
    await made.up()
    return made
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  get pid(): number {
    return Number(readFileSync(join(this.folder, 'pid'), 'utf8'))
  }

  /** Starts it, again after `kill`, and waits until it answers. */
  async up(): Promise<void> {
    const own = { port: String(this.port), bind: '127.0.0.1', dir: this.folder, pidfile: join(this.folder, 'pid') }
    const all = Object.entries({ ...own, save: '', appendonly: 'no', daemonize: 'no', ...this.settings })
    const command = [program('redis-server'), ...all.flatMap(([name, value]) => [`--${name}`, value])]
    this.#server = guarded(command, { signal: 'KILL', folder: this.folder, log: join(this.folder, 'log') })
    await this.#answers()
  }

  /** One command, as whoever administers it: `command('config', 'set', 'maxmemory', '1mb')`. */
  async command(name: string, ...values: string[]): Promise<unknown> {
    const client = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await client.call(name, ...values)
    } finally {
      client.disconnect()
    }
  }

  async #answers(): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await this.command('ping')
        return
      } catch (error) {
        if (tries === 400) throw new Error(readFileSync(join(this.folder, 'log'), 'utf8'), { cause: error })
        await wait(25)
      }
    }
  }

  /** Everything in it goes. */
  async wipe(): Promise<void> {
    await this.command('flushall')
  }

  /** It stands still, with its connections open; `resume` lets it go on. */
  pause(): void {
    process.kill(this.pid, 'SIGSTOP')
  }

  resume(): void {
    process.kill(this.pid, 'SIGCONT')
  }

  /** kill -9; `up` starts it again, empty. */
  async kill(): Promise<void> {
    await this.#server?.end()
    this.#server = undefined
  }

  async stop(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
