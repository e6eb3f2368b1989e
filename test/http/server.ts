import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../bot/types.ts'
import { readConfig } from '../../config.ts'
import { type Running, serve } from '../../main.ts'
import { shipped } from '../support/qiao.ts'

export interface TestServer extends Running {
  dataDir: string
}

/** An empty data directory in which the shipped model is kept already, so that no server trains it again. */
export async function newDataDir(): Promise<string> {
  await shipped
  const dataDir = mkdtempSync(join(tmpdir(), 'qiao-server-'))
  if (existsSync('dist/model')) cpSync('dist/model', join(dataDir, 'model'), { recursive: true })
  return dataDir
}

/** The whole product on a free port of the loopback, over a record of its own that goes when it stops. */
export async function startServer(
  options: { settings?: Record<string, string>; clock?: Clock } = {},
): Promise<TestServer> {
  const dataDir = await newDataDir()
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...options.settings })
  const running = await serve(config, options.clock)
  return {
    ...running,
    dataDir,
    stop: async () => {
      await running.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}
