import { afterAll, beforeAll, describe } from 'vitest'
import { openStore } from '../../store/open.ts'
import { TestPostgres } from '../support/services/postgres.ts'
import { isSkipped } from '../support/services/programs.ts'
import { storeContract } from './contract.ts'
import { countingIds, handClock } from './fixtures.ts'

describe.skipIf(isSkipped('postgres'))('on a server of its own', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await TestPostgres.start()
    await server.query('create database migrated')
    await (await openStore({ url: server.urlOf('migrated'), clock: handClock(), newId: countingIds() })).close()
  })
  afterAll(() => server?.stop())

  storeContract('PostgreSQL', async () => {
    const url = await server.database('migrated')
    const clock = handClock()
    const newId = countingIds()
    return { clock, alone: false, open: () => openStore({ url, clock, newId }), end: async () => undefined }
  })
})
