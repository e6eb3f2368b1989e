import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { RecordPlace } from '../store/open.ts'

/** PostgreSQL where its address is set, else the file in DATA_DIR. */
export function recordPlace({ DATABASE_URL: url, DATA_DIR }: Config): RecordPlace {
  return url === undefined ? { file: join(DATA_DIR, 'qiao.db') } : { url }
}
