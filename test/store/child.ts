import { randomUUID } from 'node:crypto'
import { openStore } from '../../store/open.ts'

/*
 * Another process on the record, for process.test.ts: node --import tsx child.ts FILE CONVERSATION FIRST LAST. Says `begun`, then
 * accepts the messages FIRST to LAST, eight at a time, and says `stored SEQ TEXT` for each that was acknowledged; or
 * `refused CODE` when it may not open.
 */

const CALLERS = 8
const [file = '', id = '', first = '1', last = '0'] = process.argv.slice(2)

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function run(): Promise<void> {
  const store = await openStore({ file, clock: { now: () => new Date() }, newId: randomUUID })
  tell('begun')
  let next = Number(first)
  const caller = async (): Promise<void> => {
    while (next <= Number(last)) {
      const text = String(next)
      next += 1
      const accepted = await store.conversations.accept(id, { clientMessageId: text, text })
      if (accepted.kind === 'stored') tell(`stored ${accepted.message.seq} ${text}`)
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, caller))
  await store.close()
}

run().catch((error: unknown) => {
  tell(`refused ${error instanceof Error && 'code' in error ? error.code : error}`)
  process.exitCode = 1
})
