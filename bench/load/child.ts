import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export interface Served {
  url: string
  pid: number
  end(): Promise<void>
}

export interface ServedBy {
  /** Of node, before the script. */
  node?: string[]
  args?: string[]
  settings?: Record<string, string>
}

/** Starts a script that says `ready URL` when it serves; its path is relative to this folder. */
export async function served(script: string, { node = [], args = [], settings = {} }: ServedBy = {}): Promise<Served> {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', ...node, file, ...args], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await readyAt(child)
  return { url, pid: child.pid ?? 0, end: () => ended(child) }
}

function readyAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('the server cannot be heard')
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length))
    })
    child.once('exit', () => reject(new Error('the server ended before it was ready')))
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
