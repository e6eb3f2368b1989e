import type { Address } from '../../address.ts'
import { addressAfter, follow, go } from '../../navigation.ts'
import { placeOf } from '../../places.ts'
import type { HomeRow } from '../../roomCalls.ts'
import { SearchBox } from '../../SearchBox.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { More, NotThere, OldStrip } from '../parts.tsx'
import { type Pages, usePages } from '../usePages.ts'
import { HomePanel } from './HomePanel.tsx'
import { ImportPanel } from './ImportPanel.tsx'
import { useMoney } from './money.ts'

/** The address of the import. */
export const IMPORT = 'import'

/** Homes and their owners, as the property system has them. */
export function HomesRoom({ address }: { address: Address }) {
  const { words } = useReading()
  const { calls, clerk } = useSurroundings()
  const { q, community, item } = address
  const homes = usePages(`${q} ${community}`, (page) =>
    calls.homes.list(q, community, page).then(({ homes: things, total }) => ({ things, total })),
  )
  const text = words.rooms.homes
  return (
    <>
      <main class="room">
        <div class="room-head">
          <h1>{words.rooms.rooms.homes}</h1>
          <SearchBox q={q} label={text.search} />
          <CompoundPicker
            chosen={address.community}
            all={words.rooms.all}
            onChoose={(community) => go({ community, item: undefined })}
          />
          {clerk.role !== 'staff' && (
            <button type="button" class="button" onClick={() => go({ item: IMPORT })}>
              {text.import}
            </button>
          )}
        </div>
        <Homes homes={homes} q={q} current={item} />
      </main>
      {item === IMPORT && <ImportPanel community={community} onImported={homes.reload} />}
      {item && item !== IMPORT && <HomePanel key={item} id={item} />}
    </>
  )
}

function Homes({ homes, q, current }: { homes: Pages<HomeRow>; q: string; current: string | undefined }) {
  const { words } = useReading()
  const text = words.rooms.homes
  const { state, things, total } = homes
  if (state === 'loading' || state === 'failed') return <NotThere of={{ state, reload: homes.reload }} />
  if (!things.length) return <p class="empty soft">{q ? text.emptySearch(q) : text.empty}</p>
  const several = new Set(things.map(({ community }) => community)).size > 1
  return (
    <>
      <OldStrip of={homes} />
      <div class="table-frame">
        <table class="table homes">
          <thead>
            <tr>
              <th scope="col">{text.home}</th>
              <th scope="col">{text.owner}</th>
              <th scope="col">{text.phones}</th>
              <th scope="col">{text.handedOver}</th>
              <th scope="col" class="number">
                {text.owed}
              </th>
            </tr>
          </thead>
          <tbody>
            {things.map((home) => (
              <Row key={home.id} home={home} current={home.id === current} several={several} />
            ))}
          </tbody>
        </table>
      </div>
      <More shown={things.length} total={total} onMore={homes.more} />
    </>
  )
}

function Row({ home, current, several }: { home: HomeRow; current: boolean; several: boolean }) {
  const { words, language } = useReading()
  const money = useMoney()
  const text = words.rooms.homes
  const there = { item: home.id }
  return (
    <tr class={current ? 'current' : ''}>
      <td>
        <a href={addressAfter(there)} aria-current={current ? 'true' : undefined} onClick={follow(there)}>
          {placeOf(home.home, home.id, language)}
        </a>
        {several && <span class="soft small"> {home.community}</span>}
      </td>
      <td>{home.owner ?? <span class="soft">{text.none}</span>}</td>
      <td>
        {home.phonesMasked.length ? (
          home.phonesMasked.map((phone) => (
            <span key={phone} class="phone-masked">
              {phone}
            </span>
          ))
        ) : (
          <span class="soft">{text.none}</span>
        )}
      </td>
      <td>{home.handedOverOn ?? <span class="soft">{text.none}</span>}</td>
      <td class="number">
        {home.owedFen === 0 ? <span class="soft">{text.owedNone}</span> : money.owed(home.owedFen)}
      </td>
    </tr>
  )
}
