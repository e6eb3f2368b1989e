import type { Address } from '../../address.ts'
import type { HotlineState, ShownHotline } from '../../hotlineCalls.ts'
import { useLive } from '../../live.ts'
import { addressAfter, follow, go } from '../../navigation.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { Chips, More, NotThere, OldStrip } from '../parts.tsx'
import { type Pages, usePages } from '../usePages.ts'
import { Deadline } from './Deadline.tsx'
import { HotlinePanel } from './HotlinePanel.tsx'
import { NewHotlinePanel } from './NewHotlinePanel.tsx'
import { NEW } from './place.ts'

const STATES = ['open', 'answered'] as const satisfies HotlineState[]

/** What the city's hotline passes on: by deadline, answered from the record. */
export function HotlineRoom({ address }: { address: Address }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const { community, only, item, view } = address
  const state = STATES.find((name) => name === only) ?? 'open'
  const orders = usePages<ShownHotline>(`${state} ${community}`, (page) =>
    calls.hotline.list(state, community, page).then(({ orders: things, total }) => ({ things, total })),
  )
  useLive('hotline', orders.reload)
  useLive('resync', orders.reload)
  const text = words.after.hotline
  return (
    <>
      <main class="room">
        <div class="room-head">
          <h1>{words.rooms.rooms.hotline}</h1>
          <CompoundPicker
            chosen={community}
            all={words.rooms.all}
            onChoose={(id) => go({ community: id, item: undefined })}
          />
          <button type="button" class="button main" onClick={() => go({ item: NEW, view: '' })}>
            {text.add}
          </button>
        </div>
        <p class="soft lead">{text.lead}</p>
        <Chips
          label={text.show}
          chosen={state}
          onChoose={(value) => go({ only: value === 'open' ? '' : value }, 'replace')}
          options={STATES.map((value) => ({ value, title: text.states[value] }))}
        />
        <Orders orders={orders} state={state} current={item} />
      </main>
      {item === NEW && <NewHotlinePanel key={view} community={community} ticketId={view} onTaken={orders.reload} />}
      {item && item !== NEW && <HotlinePanel key={item} id={item} />}
    </>
  )
}

interface OrdersProps {
  orders: Pages<ShownHotline>
  state: HotlineState
  current: string | undefined
}

function Orders({ orders, state, current }: OrdersProps) {
  const { words } = useReading()
  const text = words.after.hotline
  const { things, total } = orders
  if (orders.state === 'loading' || orders.state === 'failed') return <NotThere of={orders} />
  if (!things.length) return <p class="empty soft">{text.none[state]}</p>
  return (
    <>
      <OldStrip of={orders} />
      <div class="table-frame">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{text.number}</th>
              <th scope="col">{text.wanted}</th>
              <th scope="col">{state === 'open' ? text.deadline : text.answeredBy}</th>
            </tr>
          </thead>
          <tbody>
            {things.map((order) => (
              <tr key={order.id} class={order.id === current ? 'current' : ''}>
                <td>
                  <a
                    href={addressAfter({ item: order.id })}
                    aria-current={order.id === current ? 'true' : undefined}
                    onClick={follow({ item: order.id })}
                  >
                    {order.number}
                  </a>
                </td>
                <td>
                  <Said text={order.home ? `${order.home} · ${order.wanted}` : order.wanted} />
                </td>
                <td>
                  <Deadline order={order} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More shown={things.length} total={total} onMore={orders.more} />
    </>
  )
}
