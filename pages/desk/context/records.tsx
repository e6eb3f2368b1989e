import type { StatusEntry, WorkOrder } from '../../../bot/types.ts'
import { dayAndTime, dayName } from '../../shared/time.ts'
import { lengthOf, useNow } from '../clock.ts'
import { addressAfter, follow } from '../navigation.ts'
import { localDay, placeOf } from '../places.ts'
import { Said } from '../said/Said.tsx'
import { usePick, useReading } from '../surroundings.ts'
import { Fact, Facts, None } from './facts.tsx'

const HOUR_MS = 3_600_000

export function StatusEntries({ entries }: { entries: readonly StatusEntry[] }) {
  const { words } = useReading()
  if (!entries.length) return <None>{words.statusNone}</None>
  return (
    <>
      {entries.map((entry) => (
        <StatusEntryView key={entry.id} entry={entry} />
      ))}
    </>
  )
}

function StatusEntryView({ entry }: { entry: StatusEntry }) {
  const { words, language } = useReading()
  const pick = usePick()
  const now = useNow()
  const age = now - Date.parse(entry.asOf)
  const { blockedBy, nextActor, announced } = entry
  const there = { room: 'board', item: entry.id, community: entry.community } as const
  return (
    <div class="record">
      <p class="soft small">
        {words.topics[entry.topic] ?? entry.topic} · {placeOf(entry.scope, words.everywhere, language)}
      </p>
      <p class="wanted">
        <a class="to-record" href={addressAfter(there)} onClick={follow(there)}>
          {pick(entry.state)}
        </a>
      </p>
      {age > entry.staleAfterHours * HOUR_MS && <p class="stale">{words.stale(lengthOf(age, words))}</p>}
      <Facts>
        {blockedBy && <Fact name={words.blockedBy}>{pick(blockedBy)}</Fact>}
        {nextActor && <Fact name={words.nextActor}>{pick(nextActor)}</Fact>}
        <Fact name={words.announced}>
          {announced ? `${pick(announced.text)} · ${words.from(pick(announced.source))}` : words.notAnnounced}
        </Fact>
      </Facts>
      <ol class="steps">
        {entry.log.map((step) => (
          <li key={`${step.day} ${step.text.zh}`}>
            {dayName(localDay(step.day), new Date(now), language)} {pick(step.text)}{' '}
            <span class="soft">{pick(step.by)}</span>
          </li>
        ))}
      </ol>
      <None>
        {words.asOf(dayAndTime(new Date(entry.asOf), new Date(now), language))} · {words.from(pick(entry.source))}
      </None>
    </div>
  )
}

export function Repairs({ orders }: { orders: readonly WorkOrder[] }) {
  const { words, language } = useReading()
  if (!orders.length) return <None>{words.repairsNone}</None>
  return (
    <>
      {orders.map((order) => (
        <div key={order.id} class="record">
          <p class="wanted">
            <OrderLink number={order.number} /> <Said text={order.slots.what ?? ''} />{' '}
            <span class="state">{words.workOrderStates[order.state]}</span>
          </p>
          <None>
            <Said
              text={[order.slots.place, order.slots.home, dayAndTime(new Date(order.createdAt), new Date(), language)]
                .filter(Boolean)
                .join(' · ')}
            />
          </None>
        </div>
      ))}
    </>
  )
}

function OrderLink({ number }: { number: string }) {
  const there = { room: 'orders', item: number } as const
  return (
    <a href={addressAfter(there)} onClick={follow(there)}>
      #{number}
    </a>
  )
}
