import type { Address } from '../../address.ts'
import { go } from '../../navigation.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { NotThere, OldStrip } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { ClerksCard } from './ClerksCard.tsx'
import { LaunchPart } from './LaunchPart.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { TeamsPart } from './TeamsPart.tsx'

/** Going live, and what a compound's owners are told of hours, phones and fees. */
export function SettingsRoom({ address }: { address: Address }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const compounds = useRecord('communities', calls.homes.compounds)
  const community = address.community || compounds.value?.communities[0]?.id
  return (
    <main class="room">
      <div class="room-head">
        <h1>{words.rooms.rooms.settings}</h1>
        <CompoundPicker chosen={community ?? ''} onChoose={(id) => go({ community: id })} />
      </div>
      <p class="soft lead">{words.learning.settings.lead}</p>
      {community ? <OfCompound key={community} community={community} /> : <NotThere of={compounds} />}
      <ClerksCard />
    </main>
  )
}

function OfCompound({ community }: { community: string }) {
  const { calls } = useSurroundings()
  const read = useRecord(community, () => calls.compounds.settings(community))
  return (
    <>
      <LaunchPart community={community} facts={read.value?.facts ?? []} />
      <TeamsPart community={community} />
      <OldStrip of={read} />
      {read.value ? (
        <SettingsForm
          key={read.value.revisions[0]?.id ?? ''}
          community={community}
          settings={read.value}
          onSaved={read.take}
        />
      ) : (
        <NotThere of={read} />
      )}
    </>
  )
}
