import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { searchWords } from '../../intents/searchWords.ts'
import { openStore } from '../../store/open.ts'
import { storeContract } from './contract.ts'
import { countingIds, handClock } from './fixtures.ts'

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qiao-store-'))
  const clock = handClock()
  const newId = countingIds()
  return {
    clock,
    alone: true,
    open: () => openStore({ file: join(folder, 'qiao.db'), clock, newId, words: searchWords }),
    end: () => rm(folder, { recursive: true }),
  }
})
