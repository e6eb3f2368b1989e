import { dayAndTime } from '../../../shared/time.ts'
import { Fact, Facts } from '../../context/facts.tsx'
import type { Household } from '../../householdCalls.ts'
import { useCoalesced, useLive } from '../../live.ts'
import { addressAfter, follow } from '../../navigation.ts'
import { placeOf } from '../../places.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { NotThere, OldStrip } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { Callbacks, Followed, Hotline, Notes, Urgings, Visits } from './HouseholdHistory.tsx'
import { Kind, Standing } from './Kind.tsx'
import { Revealed } from './Revealed.tsx'

const RELOAD_MS = 1000

/** The people and the history of one home. */
export function HouseholdFile({ id }: { id: string }) {
  const { words, language } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(id, () => calls.household.read(id))
  const soon = useCoalesced(read.reload, RELOAD_MS)
  useLive('tickets', soon)
  useLive('work_orders', soon)
  useLive('resync', soon)
  const file = read.value
  if (!file) return <NotThere of={read} />
  const text = words.after.household
  return (
    <article class="household" aria-label={placeOf(file.home, id, language)}>
      <OldStrip of={read} />
      <h2>{placeOf(file.home, id, language)}</h2>
      <Owner file={file} />
      {file.since && <p class="soft small">{text.since(dayAndTime(new Date(file.since), new Date(), language))}</p>}
      <People file={file} />
      <Orders file={file} />
      <Tickets file={file} />
      <Visits file={file} />
      <Hotline file={file} />
      <Callbacks file={file} />
      <Urgings file={file} />
      <Followed file={file} />
      <Notes file={file} />
    </article>
  )
}

function Owner({ file: { id, ownerMasked, phonesMasked, handedOverOn, community } }: { file: Household }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.rooms.homes
  const hidden = [ownerMasked, ...phonesMasked].filter(Boolean).join(words.comma)
  return (
    <section class="card after-card">
      <Facts>
        <Fact name={words.after.household.onFile}>
          {hidden ? (
            <Revealed
              masked={hidden}
              look={() =>
                calls.household
                  .reveal(id, { field: 'owner' })
                  .then(({ owner, phones }) => [owner, ...phones].filter(Boolean).join(words.comma))
              }
            />
          ) : (
            text.none
          )}
        </Fact>
        <Fact name={text.handedOver}>{handedOverOn ?? text.none}</Fact>
        <Fact name={text.compound}>{community}</Fact>
      </Facts>
      <p>
        <a href={addressAfter({ room: 'homes', item: id })} onClick={follow({ room: 'homes', item: id })}>
          {words.after.household.bills}
        </a>
      </p>
    </section>
  )
}

function People({ file: { id, people } }: { file: Household }) {
  const { words, language } = useReading()
  const { calls } = useSurroundings()
  const text = words.after.household
  const channels: Record<string, string> = words.channels
  const time = (iso: string) => dayAndTime(new Date(iso), new Date(), language)
  return (
    <Kind title={text.people} none={!people.length}>
      <ul class="plain-list">
        {people.map(({ conversationId, channel, lastActiveAt, boundAt, phoneMasked, proven }) => (
          <li key={conversationId}>
            <Standing proven={proven} /> {channels[channel] ?? channel}
            {boundAt && ` · ${text.bound(time(boundAt))}`} · {text.lastActive(time(lastActiveAt))}{' '}
            {phoneMasked && (
              <Revealed
                masked={phoneMasked}
                look={() =>
                  calls.household.reveal(id, { field: 'contact', conversationId }).then(({ phones }) => phones.join())
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Kind>
  )
}

function Orders({ file: { workOrders } }: { file: Household }) {
  const { words, language } = useReading()
  const time = (iso: string) => dayAndTime(new Date(iso), new Date(), language)
  return (
    <Kind title={words.rooms.rooms.orders} none={!workOrders.length}>
      <ul class="plain-list">
        {workOrders.map(({ number, matter, state, createdAt, proven }) => (
          <li key={number}>
            <Standing proven={proven} />{' '}
            <a href={addressAfter({ room: 'orders', item: number })} onClick={follow({ room: 'orders', item: number })}>
              {number}
            </a>{' '}
            <Said text={matter} /> <span class={`state ${state}`}>{words.workOrderStates[state]}</span>{' '}
            <span class="soft small">{time(createdAt)}</span>
          </li>
        ))}
      </ul>
    </Kind>
  )
}

function Tickets({ file: { tickets } }: { file: Household }) {
  const { words, language } = useReading()
  const text = words.after.household
  const time = (iso: string) => dayAndTime(new Date(iso), new Date(), language)
  return (
    <Kind title={words.rooms.rooms.queue} none={!tickets.length}>
      <ul class="plain-list">
        {tickets.map(({ id, matter, stage, assignee, createdAt, resolvedAt, proven }) => (
          <li key={id}>
            <Standing proven={proven} />{' '}
            <a href={addressAfter({ ticketId: id, about: false })} onClick={follow({ ticketId: id, about: false })}>
              <Said text={matter} />
            </a>{' '}
            <span class="soft small">
              {text.stages[stage]}
              {assignee && ` · ${assignee}`} · {time(resolvedAt ?? createdAt)}
            </span>
          </li>
        ))}
      </ul>
    </Kind>
  )
}
