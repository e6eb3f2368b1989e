import { useState } from 'preact/hooks'
import type { AuditEntry, Facts } from '../../../../bot/types.ts'
import { dayAndTime } from '../../../shared/time.ts'
import type { Address } from '../../address.ts'
import { go } from '../../navigation.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { NotThere, OldStrip } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

/** Entries in one page. */
const PAGE = 100

/** What happened, the newest first; for administrators. */
export function AuditRoom({ address: { q } }: { address: Address }) {
  const { words } = useReading()
  const { clerk } = useSurroundings()
  return (
    <main class="room">
      <div class="room-head">
        <h1>{words.rooms.rooms.audit}</h1>
      </div>
      {clerk.role === 'admin' ? <Entries key={q} who={q} /> : <p class="empty soft">{words.people.onlyAdmins}</p>}
    </main>
  )
}

function Entries({ who }: { who: string }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const [page, setPage] = useState(1)
  const read = useRecord(`audit ${who} ${page}`, () => calls.staff.audit(who, page))
  const text = words.people.audit
  const entries = read.value?.entries ?? []
  return (
    <>
      <p class="soft lead">{text.lead}</p>
      {who && (
        <button type="button" class="button" onClick={() => go({ q: '' })}>
          {who} ✕
        </button>
      )}
      <OldStrip of={read} />
      {!read.value && <NotThere of={read} />}
      {read.value && !entries.length && <p class="empty soft">{text.none}</p>}
      {entries.length > 0 && <Table entries={entries} />}
      <div class="buttons">
        {page > 1 && (
          <button type="button" class="button" onClick={() => setPage(page - 1)}>
            {text.newer}
          </button>
        )}
        {page * PAGE < (read.value?.total ?? 0) && (
          <button type="button" class="button" onClick={() => setPage(page + 1)}>
            {text.older}
          </button>
        )}
      </div>
    </>
  )
}

function Table({ entries }: { entries: AuditEntry[] }) {
  const { words, language } = useReading()
  const text = words.people.audit
  return (
    <div class="table-frame">
      <table class="table">
        <thead>
          <tr>
            {[text.when, text.person, text.action, text.facts, text.from].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.position}>
              <td>{dayAndTime(new Date(entry.at), new Date(), language)}</td>
              <td>
                <button type="button" class="link" title={text.who} onClick={() => go({ q: entry.who.name })}>
                  {entry.who.name}
                </button>
              </td>
              <td>{text.actions[entry.action] ?? entry.action}</td>
              <td>
                <Said text={entry.erased ? text.erased : [factsOf(entry.before), factsOf(entry.after)].join(' → ')} />
              </td>
              <td>{entry.from}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const factsOf = (facts: Facts | undefined): string =>
  Object.entries(facts ?? {})
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(',') : (value ?? '–')}`)
    .join(' · ')
