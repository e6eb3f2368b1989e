import { parseArgs } from 'node:util'
import { QiaoError } from '../bot/errors.ts'
import type { AuditEntry } from '../bot/types.ts'
import { runCommand } from './command.ts'
import { withRecord } from './record.ts'

const USAGE =
  'audit verify [--known POSITION:HASH] · list [--who NAME] [--action ACTION] [--subject ID] [--page N] [--json]'

const OPTIONS = {
  known: { type: 'string' },
  who: { type: 'string' },
  action: { type: 'string' },
  subject: { type: 'string' },
  page: { type: 'string' },
  json: { type: 'boolean' },
} as const

const WHY = {
  changed: 'it was changed',
  missing: 'it is missing',
  cut: 'the chain ends before it should',
  other_hash: 'it is not the entry that was written down',
}

/** `npm run --silent audit -- verify|list`, also while the server runs; a broken chain ends it with code 1. */
await runCommand('audit', async () => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
  switch (positionals[0]) {
    case 'verify':
      return verify(values.known)
    case 'list':
      return list(values)
    default:
      throw new QiaoError('bad_input', USAGE)
  }
})

function verify(known: string | undefined): Promise<void> {
  return withRecord(async (store) => {
    const verdict = await store.audit.verify(known === undefined ? undefined : knownEntry(known))
    if (verdict.kind === 'whole') {
      process.stdout.write(
        `whole: ${verdict.entries} entries; write this down elsewhere: ${verdict.entries}:${verdict.hash}\n`,
      )
      return
    }
    process.stdout.write(`broken at entry ${verdict.position}: ${WHY[verdict.why]}\n`)
    process.exitCode = 1
  })
}

function knownEntry(known: string): { position: number; hash: string } {
  const [, position, hash] = /^(\d+):([\w-]+)$/.exec(known) ?? []
  if (!position || !hash) throw new QiaoError('bad_input', `--known is not POSITION:HASH; ${USAGE}`)
  return { position: Number(position), hash }
}

function list(
  given: Partial<Record<'who' | 'action' | 'subject' | 'page', string>> & { json?: boolean },
): Promise<void> {
  return withRecord(async (store) => {
    const { who, action, subject, page, json } = given
    const { entries } = await store.audit.list({
      ...(who && { who }),
      ...(action && { action }),
      ...(subject && { subject }),
      page: Number(page) || 1,
    })
    for (const entry of entries) process.stdout.write(`${json ? JSON.stringify(entry) : lineOf(entry)}\n`)
  })
}

function lineOf({ position, at, who, from, action, community, subject, before, after, erased }: AuditEntry): string {
  const facts = erased ? 'erased' : [before, after].map((one) => (one ? JSON.stringify(one) : '')).join(' → ')
  return [position, at, who.name, from, action, community ?? '', subject ?? '', facts].join('\t')
}
