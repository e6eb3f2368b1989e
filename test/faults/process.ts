import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('./server.ts', import.meta.url))

/** A server in a process of its own, which is killed and started again over the same record. */
export interface KillableServer {
  /** Where it serves now; while it is down, resolves when it serves again. */
  url(): Promise<string>
  /**
   * `kill -9`, and a new process at once, or once `until` is over. Resolves with the milliseconds until that one serves.
   */
  killAndRestart(until?: Promise<unknown>): Promise<number>
  /** Ends it for good. */
  end(): Promise<void>
}

/** Starts it over `dataDir`, on a free port each time. */
export function startKillable(dataDir: string, settings: Record<string, string> = {}): KillableServer {
  let current = start(dataDir, settings)
  return {
    url: () => current.url,
    killAndRestart: async (until) => {
      const began = performance.now()
      const { child } = current
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      // From here on callers wait for the new one; it starts when the old one has let go of the record.
      const restarted = Promise.all([ended, until]).then(() => start(dataDir, settings))
      current = { child, url: restarted.then(({ url }) => url) }
      current = await restarted
      await current.url
      return performance.now() - began
    },
    end: async () => {
      if (current.child.exitCode !== null || current.child.signalCode !== null) return
      const ended = once(current.child, 'exit')
      current.child.kill('SIGKILL')
      await ended
    },
  }
}

function start(dataDir: string, settings: Record<string, string>): { child: ChildProcess; url: Promise<string> } {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVER], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = new Promise<string>((ready, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) ready(line.slice('ready '.length))
    })
    child.once('exit', () => failed(new Error('the server ended before it was ready')))
  })
  // Whoever asks for the address is told; nobody may be asking.
  url.catch(() => undefined)
  return { child, url }
}
