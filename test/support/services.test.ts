import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { isSkipped } from './services/programs.ts'

const CHILD = fileURLToPath(new URL('./services/child.ts', import.meta.url))

/** A process that starts the service and is killed; where the service has its folder, and its own process. */
async function crashedWith(service: string): Promise<{ folder: string; pid: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, service], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  child.kill('SIGKILL')
  return JSON.parse(line) as { folder: string; pid: number }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

for (const service of ['postgres', 'redis'] as const)
  test.skipIf(isSkipped(service))(`${service} ends with the test that started it, however that ends`, async () => {
    const { folder, pid } = await crashedWith(service)
    await vi.waitFor(() => expect([runs(pid), existsSync(folder)]).toEqual([false, false]), { timeout: 10_000 })
  })
