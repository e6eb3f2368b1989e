import type { Imported } from '../../roomCalls.ts'
import { usePick, useReading } from '../../surroundings.ts'

/** What an import did or would do. */
export function Outcome({ result }: { result: Imported }) {
  const { words } = useReading()
  const text = words.rooms.homes
  const { dryRun, rows, errorCount, homes, bills, orders, unbound = 0, columns, ignored } = result
  const head = !dryRun ? text.applied : errorCount ? text.checkedBad(errorCount) : text.checked(rows)
  return (
    <section class="panel-part">
      <p class={errorCount ? 'stale' : 'wanted'}>{head}</p>
      {errorCount === 0 && (
        <>
          {homes && <p>{text.homesCount(homes.added, homes.changed, homes.unchanged)}</p>}
          {bills && <p>{text.billsCount(bills.added, bills.changed, bills.unchanged)}</p>}
          {orders && <p>{text.ordersCount(orders.added, orders.changed, orders.unchanged)}</p>}
        </>
      )}
      {unbound > 0 && <p class="stale">{text.unbound(unbound)}</p>}
      <p class="small">
        <span class="soft">{text.taken}</span>{' '}
        {Object.entries(columns)
          .map(([field, headers]) => `${text.columns[field] ?? field}（${headers.join('、')}）`)
          .join(' ')}
      </p>
      {ignored.length > 0 && (
        <p class="small">
          <span class="soft">{text.ignored}</span> {ignored.join('、')}
        </p>
      )}
    </section>
  )
}

/** Where the file is to be mended. */
export function Errors({ result: { errors, errorCount } }: { result: Imported }) {
  const { words } = useReading()
  const pick = usePick()
  const text = words.rooms.homes
  return (
    <section class="panel-part">
      {errorCount > errors.length && <p class="soft small">{text.firstErrors(errors.length)}</p>}
      <div class="table-frame">
        <table class="table import-errors">
          <thead>
            <tr>
              <th scope="col">{text.row}</th>
              <th scope="col">{text.column}</th>
              <th scope="col">
                {text.wrong} → {text.right}
              </th>
            </tr>
          </thead>
          <tbody>
            {errors.map((error) => (
              <tr key={`${error.row} ${error.column} ${error.wrong.zh}`}>
                <td>{error.row}</td>
                <td>{error.column}</td>
                <td>
                  {pick(error.wrong)}
                  <span class="import-right">→ {pick(error.right)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
