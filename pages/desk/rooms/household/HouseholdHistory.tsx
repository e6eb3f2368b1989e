import { dayAndTime } from '../../../shared/time.ts'
import type { Household } from '../../householdCalls.ts'
import { addressAfter, follow } from '../../navigation.ts'
import { placeOf } from '../../places.ts'
import { Said } from '../../said/Said.tsx'
import { usePick, useReading, useSurroundings } from '../../surroundings.ts'
import { useRecord } from '../useRecord.ts'
import { Kind, Standing } from './Kind.tsx'

function useTime(): (iso: string) => string {
  const { language } = useReading()
  return (iso) => dayAndTime(new Date(iso), new Date(), language)
}

export function Visits({ file: { visits } }: { file: Household }) {
  const { words } = useReading()
  const time = useTime()
  const text = words.after.visits
  return (
    <Kind title={words.rooms.rooms.visits} none={!visits.length}>
      <ul class="plain-list">
        {visits.map(({ id, matter, number, state, closedBy, closedAt, askedBy, askedAt, satisfaction, proven }) => (
          <li key={id}>
            <Standing proven={proven} /> {number && `${text.order(number)} · `}
            <Said text={matter} /> · {text.states[state]}
            {satisfaction !== undefined && ` · ${text.score(satisfaction)}`}{' '}
            <span class="soft small">
              {askedBy && askedAt ? `${askedBy} ${time(askedAt)}` : text.ended(closedBy, time(closedAt))}
            </span>
          </li>
        ))}
      </ul>
    </Kind>
  )
}

/** The papers name the home; nobody has proved who called. */
export function Hotline({ file: { hotline } }: { file: Household }) {
  const { words } = useReading()
  const time = useTime()
  const text = words.after.hotline
  return (
    <Kind title={words.rooms.rooms.hotline} none={!hotline.length}>
      <ul class="plain-list">
        {hotline.map(({ id, number, matter, state, receivedAt }) => {
          const there = { room: 'hotline' as const, item: id }
          return (
            <li key={id}>
              <Standing proven={false} />{' '}
              <a href={addressAfter(there)} onClick={follow(there)}>
                {number}
              </a>{' '}
              <Said text={matter} /> · {text.states[state]} <span class="soft small">{time(receivedAt)}</span>
            </li>
          )
        })}
      </ul>
    </Kind>
  )
}

export function Callbacks({ file: { callbacks } }: { file: Household }) {
  const { words } = useReading()
  const time = useTime()
  const text = words.day.owed
  return (
    <Kind title={text.block} none={!callbacks.length}>
      <ul class="plain-list">
        {callbacks.map(({ id, ticketId, by, dueAt, matter, doneAt, doneBy = '', proven }) => (
          <li key={id}>
            <Standing proven={proven} />{' '}
            <a href={addressAfter({ ticketId })} onClick={follow({ ticketId })}>
              {time(dueAt)}
            </a>{' '}
            <Said text={matter} /> <span class="soft small">{text.promisedBy(by)}</span>{' '}
            {doneAt && <span class="soft small">✓ {text.doneBy(time(doneAt), doneBy)}</span>}
          </li>
        ))}
      </ul>
    </Kind>
  )
}

export function Urgings({ file: { urgings } }: { file: Household }) {
  const { words } = useReading()
  const time = useTime()
  return (
    <Kind title={words.after.household.urgings} none={!urgings.length}>
      <ul class="plain-list">
        {urgings.map(({ number, at, by, proven }) => (
          <li key={`${number} ${at}`}>
            <Standing proven={proven} /> {words.after.visits.order(number)} · {by ?? words.rooms.orders.byOwner}{' '}
            <span class="soft small">{time(at)}</span>
          </li>
        ))}
      </ul>
    </Kind>
  )
}

/** Topics by what the board calls them. */
export function Followed({ file: { subscriptions, community, id } }: { file: Household }) {
  const { words, language } = useReading()
  const { calls } = useSurroundings()
  const pick = usePick()
  const time = useTime()
  const board = useRecord(`topics ${community}`, () => calls.board.read(community))
  const topics = new Map(board.value?.topics.map((topic) => [topic.id, topic.title]))
  const titleOf = (topic: string) => {
    const title = topics.get(topic)
    return title ? pick(title) : topic
  }
  return (
    <Kind title={words.after.household.follows} none={!subscriptions.length}>
      <ul class="plain-list">
        {subscriptions.map(({ topic, home, createdAt, proven }) => (
          <li key={`${topic} ${createdAt} ${id}`}>
            <Standing proven={proven} /> {titleOf(topic)} · {placeOf(home, words.after.household.anywhere, language)}{' '}
            <span class="soft small">{time(createdAt)}</span>
          </li>
        ))}
      </ul>
    </Kind>
  )
}

export function Notes({ file: { notes } }: { file: Household }) {
  const { words } = useReading()
  const time = useTime()
  return (
    <Kind title={words.after.household.notes} none={!notes.length}>
      <ul class="plain-list">
        {notes.map(({ ticketId, author, text, createdAt, proven }) => (
          <li key={`${ticketId} ${createdAt} ${text}`}>
            <Standing proven={proven} /> {author}: <Said text={text} />{' '}
            <span class="soft small">{time(createdAt)}</span>
          </li>
        ))}
      </ul>
    </Kind>
  )
}
