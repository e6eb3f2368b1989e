import type { Address } from '../../address.ts'
import { go } from '../../navigation.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { NotThere } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { Handovers } from './Handovers.tsx'
import { OwedList } from './OwedList.tsx'

/** What is owed today, and the shift: handed over by who goes, signed by who comes. */
export function DayRoom({ address: { community: chosen, only } }: { address: Address }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord('communities', calls.homes.compounds)
  const community = chosen || (read.value?.communities[0]?.id ?? '')
  return (
    <main class="room">
      <div class="room-head">
        <h1>{words.rooms.rooms.day}</h1>
        <CompoundPicker chosen={community} onChoose={(id) => go({ community: id })} />
      </div>
      {community ? (
        <>
          <OwedList community={community} all={only === 'all'} />
          <Handovers key={community} community={community} />
        </>
      ) : (
        <NotThere of={read} />
      )}
    </main>
  )
}
