import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { newDataDir } from '../http/server.ts'

/** The product as a process of its own, over a record of its own. */
export interface ChildServer {
  url: string
  process: ChildProcess
  dataDir: string
  /** Its lines so far. */
  log: string[]
  end(): void
}

export async function startChild(settings: Record<string, string> = {}): Promise<ChildServer> {
  const dataDir = await newDataDir()
  const log: string[] = []
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./stopServer.ts', import.meta.url))],
    {
      env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const url = await new Promise<string>((ready, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) ready(line.slice('ready '.length))
      else log.push(line)
    })
    child.once('exit', () => failed(new Error('the server ended before it was ready')))
  })
  return {
    url,
    process: child,
    dataDir,
    log,
    end: () => {
      child.kill('SIGKILL')
      rmSync(dataDir, { recursive: true })
    },
  }
}
