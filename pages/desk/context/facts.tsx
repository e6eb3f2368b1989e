import type { ComponentChildren } from 'preact'
import type { Scored, SlotName, Slots, Ticket, TicketContext } from '../../../bot/types.ts'
import { shortTime } from '../../shared/time.ts'
import { go } from '../navigation.ts'
import { wantedOf } from '../queue/list.ts'
import { Said, SaidParts } from '../said/Said.tsx'
import { useReading, useSurroundings } from '../surroundings.ts'
import { unfoldEarlier } from '../thread/unfold.ts'
import { Contact } from './Contact.tsx'

export function Facts({ children }: { children: ComponentChildren }) {
  return <dl class="facts">{children}</dl>
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function None({ children }: { children: ComponentChildren }) {
  return <p class="soft small">{children}</p>
}

export function Summary({ ticket }: { ticket: Ticket }) {
  const { words } = useReading()
  const { context } = ticket
  const { topic, words: wanted } = wantedOf(context.summary)
  const more = context.summary.split('\n').slice(1).filter(Boolean)
  return (
    <>
      <p class="wanted">
        {topic && <span class="topic">{topic}</span>}
        <Said text={wanted} />
      </p>
      {more.map((line) => (
        <p key={line}>
          <Said text={line} />
        </p>
      ))}
      <Facts>
        <Fact name={words.reasonIs}>{words.reasons[context.reason]}</Fact>
        <Fact name={words.moodIs}>{words.moods[context.mood]}</Fact>
        <Fact name={words.teamIs}>{words.teams[ticket.team] ?? ticket.team}</Fact>
      </Facts>
    </>
  )
}

export function NotPromised({ items }: { items: readonly string[] }) {
  const { words } = useReading()
  if (!items.length) return <None>{words.notPromisedNone}</None>
  return (
    <>
      <ul class="plain-list strong">
        {items.map((item) => (
          <li key={item}>
            <Said text={item} />
          </li>
        ))}
      </ul>
      <None>{words.notPromisedMore}</None>
    </>
  )
}

export function Earlier({ ticket: { context, conversationId } }: { ticket: Ticket }) {
  const { words, language } = useReading()
  if (!context.earlier.length) return <None>{words.earlierNone}</None>
  return (
    <ul class="plain-list">
      {context.earlier.map((earlier) => (
        <li key={earlier.id}>
          <button
            type="button"
            class="link"
            onClick={() => {
              // On a phone the thread lies behind.
              go({ about: false }, 'replace')
              unfoldEarlier(earlier.id)
            }}
          >
            <Said text={earlier.summary.split('\n')[0] ?? ''} />
          </button>
          <None>
            {earlier.conversationId !== conversationId && `${words.talk.sameHome(words.channels[earlier.channel])} · `}
            {earlier.resolvedAt
              ? words.closedAt(shortTime(new Date(earlier.resolvedAt), new Date(), language))
              : words.talk.stillOpen}
          </None>
        </li>
      ))}
    </ul>
  )
}

export function SlotsList({ slots, ticketId }: { slots: Slots; ticketId: string }) {
  const { words } = useReading()
  const filled = Object.entries(slots).filter(([, value]) => value) as [SlotName, string][]
  if (!filled.length) return <None>{words.slotsNone}</None>
  return (
    <Facts>
      {filled.map(([name, value]) => (
        <Fact key={name} name={words.slotNames[name]}>
          {name === 'contact' ? <Contact ticketId={ticketId} masked={value} /> : <SaidParts text={value} />}
        </Fact>
      ))}
    </Facts>
  )
}

export function Classification({ context }: { context: TicketContext }) {
  const { words } = useReading()
  const { intentTitle } = useSurroundings()
  if (!context.intent && !context.alternatives.length) return <None>{words.classificationNone}</None>
  return (
    <>
      {context.intent && <p>{intentTitle(context.intent)}</p>}
      <ul class="scores">
        {context.alternatives.map((scored) => (
          <Score key={scored.intent} scored={scored} />
        ))}
      </ul>
    </>
  )
}

function Score({ scored: { intent, confidence } }: { scored: Scored }) {
  const { intentTitle } = useSurroundings()
  return (
    <li>
      <span>{intentTitle(intent)}</span>
      <meter min={0} max={1} value={confidence} aria-hidden="true" />
      <span>{confidence.toFixed(2)}</span>
    </li>
  )
}
