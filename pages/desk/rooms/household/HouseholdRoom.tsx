import type { Address } from '../../address.ts'
import { addressAfter, follow, go } from '../../navigation.ts'
import { placeOf } from '../../places.ts'
import { SearchBox } from '../../SearchBox.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { NotThere } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { HouseholdFile } from './HouseholdFile.tsx'

/** 一户一档: a home is found as it is typed, and everything of it stands on one page. */
export function HouseholdRoom({ address: { item, q, community } }: { address: Address }) {
  const { words } = useReading()
  const text = words.after.household
  return (
    <main class="room">
      <div class="room-head">
        <h1>{words.rooms.rooms.household}</h1>
        <SearchBox q={q} label={text.search} />
        <CompoundPicker
          chosen={community}
          all={words.rooms.all}
          onChoose={(id) => go({ community: id, item: undefined })}
        />
      </div>
      {q && <Found q={q} community={community} current={item} />}
      {item ? <HouseholdFile key={item} id={item} /> : !q && <p class="empty soft">{text.lead}</p>}
    </main>
  )
}

function Found({ q, community, current }: { q: string; community: string; current: string | undefined }) {
  const { words, language } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(`${q} ${community}`, () => calls.homes.list(q, community, 1))
  const homes = read.value?.homes
  if (!homes) return <NotThere of={read} />
  if (!homes.length) return <p class="empty soft">{words.rooms.homes.emptySearch(q)}</p>
  return (
    <ul class="found-homes" aria-label={words.after.household.found}>
      {homes.map(({ id, home }) => (
        <li key={id}>
          <a
            class="button"
            href={addressAfter({ item: id })}
            aria-current={id === current ? 'true' : undefined}
            onClick={follow({ item: id })}
          >
            {placeOf(home, id, language)}
          </a>
        </li>
      ))}
    </ul>
  )
}
