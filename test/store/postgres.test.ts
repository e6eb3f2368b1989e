import { afterAll, beforeAll, describe } from 'vitest'
import { searchWords } from '../../intents/searchWords.ts'
import { openStore } from '../../store/open.ts'
import { EmptiedDatabase } from '../support/services/emptied.ts'
import { TestPostgres } from '../support/services/postgres.ts'
import { isSkipped } from '../support/services/programs.ts'
import { storeContract } from './contract.ts'
import { countingIds, handClock } from './fixtures.ts'

describe.skipIf(isSkipped('postgres'))('on a server of its own', () => {
  let server: TestPostgres
  let url: string
  let database: EmptiedDatabase
  beforeAll(async () => {
    server = await TestPostgres.start()
    url = await server.database()
    await (await openStore({ url, clock: handClock(), newId: countingIds() })).close()
    database = await EmptiedDatabase.at(url)
  })
  afterAll(async () => {
    await database?.end()
    await server?.stop()
  })

  storeContract('PostgreSQL', async () => {
    const clock = handClock()
    const newId = countingIds()
    const open = () => openStore({ url, clock, newId, words: searchWords })
    return { clock, alone: false, open, end: () => database.empty() }
  })
})
