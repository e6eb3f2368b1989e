import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Guarded, guarded } from './guarded.ts'
import { freePort } from './ports.ts'
import { program } from './programs.ts'

export interface PostgresOptions {
  /** Whether it waits for the disk. Off is fast, and right where nothing is killed. */
  durable?: boolean
  /** Further lines of postgresql.conf. */
  settings?: Record<string, string>
}

/** A real PostgreSQL of the test's own, on a free port, gone at the end of the test or of its process. */
export class TestPostgres {
  #server: Guarded | undefined
  #databases = 0

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly user: { uid: number; gid: number } | undefined,
  ) {}

  static async start({ durable = false, settings = {} }: PostgresOptions = {}): Promise<TestPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'qiao-postgres-'))
    const user = unprivileged()
    if (user) chownSync(folder, user.uid, user.gid)
    const made = new TestPostgres(folder, await freePort(), user)
    try {
      const initdb = ['-D', made.data, '-U', 'qiao', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
      execFileSync(program('initdb'), initdb, { stdio: 'pipe', ...user })
      const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      made.set({ ...BASE, ...(durable ? {} : fast), ...settings })
      await made.up()
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
    return made
  }

  /** A standby that follows this one and holds all that it has committed; `promote` makes it the primary. */
  async standby(): Promise<TestPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'qiao-standby-'))
    if (this.user) chownSync(folder, this.user.uid, this.user.gid)
    const made = new TestPostgres(folder, await freePort(), this.user)
    const from = `host=127.0.0.1 port=${this.port} user=qiao application_name=standby`
    execFileSync(program('pg_basebackup'), ['-D', made.data, '-d', from, '-R', '-X', 'stream', '-c', 'fast'], {
      stdio: 'pipe',
      ...this.user,
    })
    await made.up()
    return made
  }

  async promote(): Promise<void> {
    await this.query('select pg_promote(true)')
  }

  get data(): string {
    return join(this.folder, 'data')
  }

  urlOf(database: string): string {
    return `postgres://qiao@127.0.0.1:${this.port}/${database}`
  }

  /** Holds from the next start on, or from `up` on. */
  set(settings: Record<string, string>): void {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`)
    appendFileSync(join(this.data, 'postgresql.conf'), lines.join(''))
  }

  /** An empty database of its own; its url. */
  async database(template = 'template0'): Promise<string> {
    this.#databases += 1
    const name = `d${this.#databases}_${randomUUID().slice(0, 8)}`
    await this.query(`create database ${name} template ${template} strategy wal_log`)
    return this.urlOf(name)
  }

  /** One statement, as whoever administers it. */
  async query(sql: string, database = 'postgres'): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: this.urlOf(database) })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows
    } finally {
      await client.end()
    }
  }

  /** Starts it, again after `kill`, and waits until it answers. */
  async up(): Promise<void> {
    const command = [program('postgres'), '-D', this.data, '-p', String(this.port)]
    const log = join(this.folder, 'log')
    this.#server = guarded(command, { signal: 'QUIT', folder: this.folder, log, ...(this.user && { user: this.user }) })
    await this.#answers()
  }

  async #answers(): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await this.query('select 1')
        return
      } catch (error) {
        if (tries === 600) throw new Error(readFileSync(join(this.folder, 'log'), 'utf8'), { cause: error })
        await wait(50)
      }
    }
  }

  get pid(): number {
    return Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0])
  }

  /** kill -9 of the server; what it had started ends by itself. */
  async kill(): Promise<void> {
    process.kill(this.pid, 'SIGKILL')
    await this.#server?.end()
    this.#server = undefined
  }

  /** Ends it in order, at once; `up` starts it again. */
  async down(): Promise<void> {
    await this.#server?.end()
    this.#server = undefined
  }

  async stop(): Promise<void> {
    await this.down()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const BASE = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '32MB',
  logging_collector: 'off',
  // After a kill one wait for the whole disk instead of one for each file.
  recovery_init_sync_method: 'syncfs',
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string, name: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') }
}
