import { useState } from 'preact/hooks'
import { type DispatchLink, isOpenOrder, LINK_HOURS } from '../../../../bot/types.ts'
import { dayAndTime } from '../../../shared/time.ts'
import type { NewLink } from '../../dayCalls.ts'
import { useLive } from '../../live.ts'
import type { OpenOrder } from '../../roomCalls.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { Chips, TextField } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'

const HOURS = [24, LINK_HOURS.usual, 168]

/** Sends the work order to a repairer's phone, and shows what became of it there. */
export function Dispatch({ order }: { order: OpenOrder }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const { number } = order
  const text = words.day.dispatch
  const read = useRecord(number, () => calls.dispatch.links(number))
  useLive('work_orders', (event) => event.number === number && read.reload())
  useLive('resync', read.reload)
  const links = read.value?.links ?? []
  const [made, setMade] = useState<NewLink>()
  // Ended meanwhile, by whomever.
  const shown = made && links.find(({ id }) => id === made.id)?.revokedAt === undefined ? made : undefined
  return (
    <section class="panel-part">
      <h3>{text.title}</h3>
      <div role="status">{shown && <LinkOnce link={shown} />}</div>
      <ul class="dispatch-links">
        {links.map((link) => (
          <SentLink key={link.id} number={number} link={link} open={isOpenOrder(order.state)} onEnded={read.reload} />
        ))}
      </ul>
      {isOpenOrder(order.state) && (
        <SendForm
          key={links.length}
          number={number}
          again={links.length > 0}
          onSent={(link) => {
            setMade(link)
            read.reload()
          }}
        />
      )}
    </section>
  )
}

interface SendFormProps {
  number: string
  again: boolean
  onSent(link: NewLink): void
}

function SendForm({ number, again, onSent }: SendFormProps) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const text = words.day.dispatch
  const [name, setName] = useState('')
  const [hours, setHours] = useState<number>(LINK_HOURS.usual)
  const { busy, problem, send } = useSending(onSent)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) send(() => calls.dispatch.send(number, name.trim(), hours))
      }}
    >
      <TextField label={text.repairer} value={name} onChange={setName} hint={again ? text.again : text.lead} />
      <Chips
        label={text.lives}
        options={HOURS.map((each) => ({ value: String(each), title: text.days(each / 24) }))}
        chosen={String(hours)}
        onChoose={(value) => setHours(Number(value))}
      />
      <button type="submit" class="button" disabled={busy || !name.trim()}>
        {busy ? words.working : text.make}
      </button>
      <div role="alert">{problem && <p class="strip danger">{problem.title || words.rooms.notSaved}</p>}</div>
    </form>
  )
}

/** It is in this page alone, and goes with it. */
function LinkOnce({ link }: { link: NewLink }) {
  const { words } = useReading()
  const { say } = useSurroundings()
  const text = words.day.dispatch
  const address = `${location.origin}${link.path}`
  const copy = () => {
    // Not there without https.
    const copied = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => say(words.rooms.copied),
      () => say(words.rooms.copyFailed, 'bad'),
    )
  }
  return (
    <div class="dispatch-link">
      <output>{address}</output>
      <button type="button" class="button main" onClick={copy}>
        {text.copy}
      </button>
      <p class="small">{text.once(link.repairer)}</p>
    </div>
  )
}

interface SentLinkProps {
  number: string
  link: DispatchLink
  /** The work order is. */
  open: boolean
  onEnded(): void
}

function SentLink({ number, link, open, onEnded }: SentLinkProps) {
  const { words, language } = useReading()
  const { calls } = useSurroundings()
  const text = words.day.dispatch
  const { busy, problem, send } = useSending(onEnded)
  const time = (iso: string) => dayAndTime(new Date(iso), new Date(), language)
  const expired = Date.parse(link.expiresAt) <= Date.now()
  const live = open && !link.revokedAt && !expired
  const steps = [
    text.sent(time(link.createdAt), link.by),
    link.acceptedAt && text.accepted(time(link.acceptedAt)),
    link.arrivedAt && text.arrived(time(link.arrivedAt)),
    link.doneAt && text.done(time(link.doneAt)),
    link.revokedAt && text.recalled(time(link.revokedAt), link.revokedBy ?? ''),
    !link.revokedAt && !link.doneAt && (expired ? text.expired : open && text.until(time(link.expiresAt))),
  ]
  return (
    <li>
      <strong>{link.repairer}</strong>
      <span class="soft small">{steps.filter(Boolean).join(' · ')}</span>
      {live && (
        <button
          type="button"
          class="button quiet"
          disabled={busy}
          onClick={() => send(() => calls.dispatch.recall(number, link.id).then(() => undefined))}
        >
          {text.recall}
        </button>
      )}
      <span role="alert">{problem && (problem.title || words.rooms.notSaved)}</span>
    </li>
  )
}
