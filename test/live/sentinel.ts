import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guarded } from '../support/services/guarded.ts'
import { freePort } from '../support/services/ports.ts'
import { program } from '../support/services/programs.ts'

/** A Sentinel that watches the master on this port and decides alone. */
export async function startSentinel(master: number): Promise<{ port: number; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'qiao-sentinel-'))
  const port = await freePort()
  const file = join(folder, 'sentinel.conf')
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor mymaster 127.0.0.1 ${master} 1`,
    'sentinel down-after-milliseconds mymaster 500',
    'sentinel failover-timeout mymaster 3000',
  ]
  writeFileSync(file, `${lines.join('\n')}\n`)
  const command = [program('redis-server'), file, '--sentinel']
  const server = guarded(command, { signal: 'KILL', folder, log: join(folder, 'log') })
  return {
    port,
    stop: async () => {
      await server.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
