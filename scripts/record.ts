import { mkdirSync } from 'node:fs'
import type { Store } from '../bot/ports.ts'
import { readConfig } from '../config.ts'
import { openStore } from '../store/open.ts'
import { newId, systemClock } from '../wire/ids.ts'
import { recordPlace } from '../wire/recordPlace.ts'

/** Opens the record for a moment, also while the server runs. */
export async function withRecord<Done>(work: (store: Store) => Promise<Done>): Promise<Done> {
  const config = readConfig()
  mkdirSync(config.DATA_DIR, { recursive: true })
  const store = await openStore({ ...recordPlace(config), clock: systemClock, newId, shared: true })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
