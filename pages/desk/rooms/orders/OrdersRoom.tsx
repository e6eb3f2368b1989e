import type { WorkOrderState } from '../../../../bot/types.ts'
import type { Address } from '../../address.ts'
import { ledgerAddress } from '../../intakeCalls.ts'
import { go } from '../../navigation.ts'
import { exportAddress, type OrderQuery } from '../../roomCalls.ts'
import { SearchBox } from '../../SearchBox.tsx'
import { useReading } from '../../surroundings.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { Chips } from '../parts.tsx'
import { OrderColumns } from './OrderColumns.tsx'
import { OrderPanel } from './OrderPanel.tsx'
import { OrderTable } from './OrderTable.tsx'

const STATES = ['filed', 'accepted', 'scheduled', 'done', 'cancelled'] as const satisfies WorkOrderState[]

/** In the address: the work orders side by side by their state. */
const COLUMNS = 'columns'

/** Work orders, as a list or by state. */
export function OrdersRoom({ address }: { address: Address }) {
  const { words } = useReading()
  const { only, q, community, view, item } = address
  const query: OrderQuery = { state: only, q, community }
  const columns = view === COLUMNS
  const text = words.rooms.orders
  return (
    <>
      <main class="room">
        <div class="room-head">
          <h1>{words.rooms.rooms.orders}</h1>
          <SearchBox q={q} label={text.search} />
          <Chips
            label={words.rooms.rooms.orders}
            chosen={view}
            onChoose={(value) => go({ view: value, only: '' }, 'replace')}
            options={[
              { value: '', title: text.list },
              { value: COLUMNS, title: text.columns },
            ]}
          />
          <CompoundPicker
            chosen={address.community}
            all={words.rooms.all}
            onChoose={(community) => go({ community, item: undefined })}
          />
          <a class="button" href={exportAddress(query)} download>
            {text.export}
          </a>
          <a class="button" href={ledgerAddress(query.community)} download>
            {words.day.ledger}
          </a>
        </div>
        {columns ? (
          <OrderColumns query={query} current={item} />
        ) : (
          <>
            <Chips
              label={words.workOrderState}
              chosen={only}
              onChoose={(value) => go({ only: value }, 'replace')}
              options={[
                { value: '', title: words.rooms.all },
                ...STATES.map((state) => ({ value: state, title: words.workOrderStates[state] })),
              ]}
            />
            <OrderTable query={query} current={item} />
          </>
        )}
      </main>
      {item && <OrderPanel key={item} number={item} />}
    </>
  )
}
