import { rmSync } from 'node:fs'
import { newDataDir } from '../../test/http/server.ts'
import { type Served, served } from './child.ts'

/** As it is started by `npm start` and by the service, with limits that no load reaches. */
const NODE = ['--max-semi-space-size=32']
const NONE = '1000000000'
const SETTINGS = {
  PORT: '0',
  LOG_LEVEL: 'warn',
  LIMIT_CONVERSATIONS: NONE,
  LIMIT_MESSAGES: NONE,
  LIMIT_ADDRESS: NONE,
  LIMIT_INSTALLATION: NONE,
}

/** The product in a process of its own, over a record of its own unless the settings name another. */
export async function product(settings: Record<string, string> = {}): Promise<Served> {
  const dataDir = await newDataDir()
  const server = await served('./productServer.ts', {
    node: NODE,
    settings: { ...SETTINGS, DATA_DIR: dataDir, ...settings },
  })
  return {
    ...server,
    end: async () => {
      await server.end()
      rmSync(dataDir, { recursive: true })
    },
  }
}
