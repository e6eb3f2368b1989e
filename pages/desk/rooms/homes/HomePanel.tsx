import { useState } from 'preact/hooks'
import type { Bill, ImportedOrder } from '../../../../bot/types.ts'
import { dayAndTime } from '../../../shared/time.ts'
import { Fact, Facts } from '../../context/facts.tsx'
import { addressAfter, follow } from '../../navigation.ts'
import { placeOf } from '../../places.ts'
import type { HomeFile } from '../../roomCalls.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { NotThere, Panel } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { useMoney } from './money.ts'

/** One home: who owns it, its code, its bills. */
export function HomePanel({ id }: { id: string }) {
  const { words, language } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(id, () => calls.homes.read(id))
  const home = read.value
  const title = home ? placeOf(home.home, home.id, language) : words.rooms.rooms.homes
  return (
    <Panel title={title} label={title}>
      {home ? (
        <>
          <p class="panel-part">
            <a
              class="button"
              href={addressAfter({ room: 'household', item: id })}
              onClick={follow({ room: 'household', item: id })}
            >
              {words.after.household.open}
            </a>
          </p>
          <Owner home={home} />
          <Code id={id} />
          <Bills bills={home.bills} />
          <ImportedOrders orders={home.orders} />
        </>
      ) : (
        <NotThere of={read} />
      )}
    </Panel>
  )
}

function Owner({ home }: { home: HomeFile }) {
  const { words } = useReading()
  const money = useMoney()
  const text = words.rooms.homes
  return (
    <section class="panel-part">
      <Facts>
        <Fact name={text.owner}>
          <Said text={home.owner ?? text.none} />
        </Fact>
        <Fact name={text.phones}>{home.phonesMasked.join('，') || text.none}</Fact>
        <Fact name={text.handedOver}>{home.handedOverOn ?? text.none}</Fact>
        <Fact name={text.owed}>{home.owedFen === 0 ? text.owedNone : money.owed(home.owedFen)}</Fact>
        <Fact name={text.compound}>{home.community}</Fact>
      </Facts>
    </section>
  )
}

/** A code is in this page alone; it goes with it. */
function Code({ id }: { id: string }) {
  const { words, language } = useReading()
  const { calls, say } = useSurroundings()
  const text = words.rooms.homes
  const [made, setMade] = useState<{ code: string; expiresAt: string }>()
  const { busy, problem, send } = useSending(setMade)
  const copy = (code: string) => {
    // Not there without https.
    const copied = navigator.clipboard?.writeText(code) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => say(words.rooms.copied),
      () => say(words.rooms.copyFailed, 'bad'),
    )
  }
  return (
    <section class="panel-part">
      <h3>{text.code}</h3>
      <p class="soft">{text.codeLead}</p>
      <div role="status">
        {made && (
          <div class="home-code">
            <output>{made.code}</output>
            <button type="button" class="button" onClick={() => copy(made.code)}>
              {words.rooms.copy}
            </button>
            <p class="small">
              {text.codeOnce} {text.codeUntil(dayAndTime(new Date(made.expiresAt), new Date(), language))}
            </p>
          </div>
        )}
      </div>
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.reconnecting}</p>}</div>
      <button type="button" class="button" disabled={busy} onClick={() => send(() => calls.homes.makeCode(id))}>
        {text.makeCode}
      </button>
    </section>
  )
}

function Bills({ bills }: { bills: readonly Bill[] }) {
  const { words, language } = useReading()
  const money = useMoney()
  const text = words.rooms.homes
  const [first] = bills
  return (
    <section class="panel-part">
      <h3>{text.bills}</h3>
      {first ? (
        <>
          <div class="table-frame">
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{text.item}</th>
                  <th scope="col" class="number">
                    {text.amount}
                  </th>
                  <th scope="col" class="number">
                    {text.paid}
                  </th>
                </tr>
              </thead>
              <tbody>
                {bills.map((bill) => (
                  <tr key={`${bill.item} ${bill.period}`}>
                    <td>
                      {bill.item}
                      <span class="soft small bill-period">
                        {bill.period}
                        {bill.dueOn && ` · ${text.due} ${bill.dueOn}`}
                      </span>
                    </td>
                    <td class="number">{money.sum(bill.amountFen)}</td>
                    <td class="number">{money.sum(bill.paidFen)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="soft small">
            {text.billFrom(first.source, dayAndTime(new Date(first.asOf), new Date(), language))}
          </p>
        </>
      ) : (
        <p class="soft">{text.billsNone}</p>
      )}
    </section>
  )
}

/** What is open for the home in the system that the company had before. */
function ImportedOrders({ orders }: { orders: readonly ImportedOrder[] }) {
  const { words, language } = useReading()
  const text = words.rooms.homes
  const [first] = orders
  if (!first) return null
  return (
    <section class="panel-part">
      <h3>{text.orders}</h3>
      <ul class="reports">
        {orders.map(({ number, what, category, stateWords, state, openedOn, done, worker }) => (
          <li key={number}>
            <Facts>
              <Fact name={number}>
                <Said text={what ?? category ?? text.none} />
              </Fact>
              <Fact name={text.columns.state ?? ''}>{stateWords || words.workOrderStates[state]}</Fact>
              <Fact name={text.columns.openedOn ?? ''}>{openedOn}</Fact>
              {done && <Fact name={text.columns.done ?? ''}>{done}</Fact>}
              {worker && <Fact name={text.columns.worker ?? ''}>{worker}</Fact>}
            </Facts>
          </li>
        ))}
      </ul>
      <p class="soft small">{text.billFrom(first.source, dayAndTime(new Date(first.asOf), new Date(), language))}</p>
    </section>
  )
}
