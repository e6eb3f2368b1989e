import { useEffect, useRef, useState } from 'preact/hooks'
import {
  type IntakeDone,
  type IntakeKind,
  type IntakeNote,
  SPOKEN_CHANNELS,
  type SpokenChannel,
} from '../../../../bot/types.ts'
import type { ProblemError } from '../../../shared/api/problem.ts'
import type { Language } from '../../../shared/language.ts'
import { newId } from '../../../shared/newId.ts'
import { dayAndTime } from '../../../shared/time.ts'
import type { Address } from '../../address.ts'
import { addressAfter, follow, go } from '../../navigation.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import type { Words } from '../../words.ts'
import { CompoundPicker } from '../CompoundPicker.tsx'
import { NotThere } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { IntakeForm } from './IntakeForm.tsx'

/** What owners say on the phone, at the counter or in a group is taken down here. */
export function IntakeRoom({ address: { community: chosen } }: { address: Address }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord('communities', calls.homes.compounds)
  const community = chosen || (read.value?.communities[0]?.id ?? '')
  const text = words.day.intake
  return (
    <main class="room">
      <div class="room-head">
        <h1>{words.rooms.rooms.intake}</h1>
        <CompoundPicker chosen={community} onChoose={(id) => go({ community: id })} />
      </div>
      <p class="soft lead">{text.lead}</p>
      {community ? <Taking key={community} community={community} /> : <NotThere of={read} />}
    </main>
  )
}

/** One after the other: where they come from stays as it is. */
function Taking({ community }: { community: string }) {
  const { words } = useReading()
  const [channel, setChannel] = useState<SpokenChannel>('phone')
  const [round, setRound] = useState(0)
  const [done, setDone] = useState<IntakeDone & { kind: IntakeKind }>()
  const kind = useRef<IntakeKind>('ticket')
  const taken = useTakenOnce(round)
  const { busy, problem, send } = useSending((answer: IntakeDone) => {
    setDone({ ...answer, kind: kind.current })
    setRound(round + 1)
  })
  return (
    <>
      <div role="status">{done && <Done done={done} />}</div>
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.day.intake.again}</p>}</div>
      <IntakeForm
        key={round}
        community={community}
        channel={{ chosen: channel, all: SPOKEN_CHANNELS, choose: setChannel }}
        busy={busy}
        onTake={(note) => {
          kind.current = note.kind
          send(() => taken({ ...note, community, channel }))
        }}
      />
    </>
  )
}

function Done({ done: { ticketId, workOrder, kind } }: { done: IntakeDone & { kind: IntakeKind } }) {
  const { words, language } = useReading()
  const text = words.day.intake
  const order = workOrder && wordsOf(workOrder, text, language)
  const also = ticketId && kind === 'work_order' ? text.alsoTicket : ''
  const place = workOrder ? { room: 'orders' as const, item: workOrder.number } : { ticketId, about: false }
  return (
    <p class="strip">
      {order ?? text.ticket}
      {also}{' '}
      <a href={addressAfter(place)} onClick={follow(place)}>
        {text.open}
      </a>
    </p>
  )
}

function wordsOf(
  { number, joined, urge }: NonNullable<IntakeDone['workOrder']>,
  text: Words['day']['intake'],
  language: Language,
): string {
  if (!urge) return joined ? text.joined(number) : text.order(number)
  const { count, last } = urge
  const before = last ? text.urgedBefore(dayAndTime(new Date(last.at), new Date(), language), last.by ?? '') : ''
  return text.urged(number, count) + before
}

/** A doubled click, or a second try after the line broke, files once; new words after that are a new call. */
function useTakenOnce(round: number): (note: Omit<IntakeNote, 'key'>) => Promise<IntakeDone> {
  const { calls } = useSurroundings()
  const key = useRef(newId())
  useEffect(() => {
    key.current = newId()
  }, [round])
  return async (note) => {
    try {
      return await calls.intake.take({ ...note, key: key.current })
    } catch (error) {
      if ((error as ProblemError).code === 'conflict') key.current = newId()
      throw error
    }
  }
}
