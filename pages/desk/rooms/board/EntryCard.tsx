import type { BoardEntry, StatusStep } from '../../../../bot/types.ts'
import { dayAndTime, dayName } from '../../../shared/time.ts'
import { lengthOf, useNow } from '../../clock.ts'
import { Fact, Facts } from '../../context/facts.tsx'
import { FileLink } from '../../FileLink.tsx'
import { addressAfter, follow } from '../../navigation.ts'
import { localDay, placeOf } from '../../places.ts'
import { usePick, useReading } from '../../surroundings.ts'
import { ageOf } from './age.ts'
import { Urge } from './Urge.tsx'

/** Steps that a card shows; all of them stand in the panel. */
const STEPS = 3

interface EntryCardProps {
  entry: BoardEntry
  /** Its title. */
  topic: string
  current: boolean
  onChanged(entry: BoardEntry): void
}

/** One entry of the board: how it stands, what was done last, as of when and from whom. */
export function EntryCard({ entry, topic, current, onChanged }: EntryCardProps) {
  const { words, language } = useReading()
  const pick = usePick()
  const there = { item: entry.id }
  return (
    <li class={`entry-card ${current ? 'current' : ''}`}>
      <p class="entry-where">
        <span class="topic">{topic}</span>
        {placeOf(entry.scope, words.everywhere, language)}
      </p>
      <h2>
        <a href={addressAfter(there)} aria-current={current ? 'true' : undefined} onClick={follow(there)}>
          {pick(entry.state)}
        </a>
      </h2>
      <Stale entry={entry} />
      <EntryFacts entry={entry} />
      <Steps steps={entry.log} most={STEPS} />
      <AsOf entry={entry} />
      {!entry.closedAt && <Urge entry={entry} onChanged={onChanged} />}
    </li>
  )
}

export function Stale({ entry }: { entry: BoardEntry }) {
  const { words } = useReading()
  const { age, stale } = ageOf(entry, useNow())
  return stale ? <p class="stale">{words.stale(lengthOf(age, words))}</p> : null
}

export function EntryFacts({ entry: { blockedBy, nextActor, announced } }: { entry: BoardEntry }) {
  const { words } = useReading()
  const pick = usePick()
  return (
    <Facts>
      {blockedBy && <Fact name={words.blockedBy}>{pick(blockedBy)}</Fact>}
      {nextActor && <Fact name={words.nextActor}>{pick(nextActor)}</Fact>}
      <Fact name={words.announced}>
        {announced ? (
          <>
            {pick(announced.text)} <span class="soft small">{words.from(pick(announced.source))}</span>
          </>
        ) : (
          <span class="soft">{words.notAnnounced}</span>
        )}
      </Fact>
    </Facts>
  )
}

/** The newest first; `most`: the older ones are only counted. */
export function Steps({ steps, most = steps.length }: { steps: readonly StatusStep[]; most?: number }) {
  const { words } = useReading()
  const shown = steps.slice(-most).reverse()
  if (!shown.length) return <p class="soft small">{words.rooms.board.noSteps}</p>
  return (
    <ol class="entry-steps">
      {shown.map((step, index) => (
        <Step key={`${step.day} ${step.text.zh} ${steps.length - index}`} step={step} />
      ))}
      {steps.length > shown.length && (
        <li class="soft">{words.rooms.board.earlierSteps(steps.length - shown.length)}</li>
      )}
    </ol>
  )
}

function Step({ step: { day, text, by, source, urged } }: { step: StatusStep }) {
  const { words, language } = useReading()
  const pick = usePick()
  return (
    <li>
      <time dateTime={day}>{dayName(localDay(day), new Date(), language)}</time>
      <span>
        {pick(text)}{' '}
        <span class="soft">
          {pick(by)}
          {source && ` · ${words.from(pick(source))}`}
        </span>
        {urged?.file && <FileLink file={urged.file} />}
      </span>
    </li>
  )
}

function AsOf({ entry: { asOf, source, closedAt } }: { entry: BoardEntry }) {
  const { words, language } = useReading()
  const pick = usePick()
  const now = new Date(useNow())
  return (
    <p class="entry-as-of soft small">
      {closedAt && `${words.rooms.board.closedOn(dayAndTime(new Date(closedAt), now, language))} · `}
      {words.asOf(dayAndTime(new Date(asOf), now, language))} · {words.from(pick(source))}
    </p>
  )
}
