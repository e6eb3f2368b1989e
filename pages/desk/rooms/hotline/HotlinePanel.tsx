import { dayAndTime } from '../../../shared/time.ts'
import { Fact, Facts } from '../../context/facts.tsx'
import type { OpenHotline } from '../../hotlineCalls.ts'
import { useLive } from '../../live.ts'
import { addressAfter, follow } from '../../navigation.ts'
import { Said } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { NotThere, OldStrip, Panel } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { Deadline } from './Deadline.tsx'
import { MendForm } from './MendForm.tsx'

/** One order of the hotline: what is wanted, by when, and the answer. */
export function HotlinePanel({ id }: { id: string }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(id, () => calls.hotline.read(id))
  useLive('hotline', (event) => event.hotlineId === id && read.reload())
  useLive('resync', read.reload)
  const order = read.value
  const title = order ? `12345 · ${order.number}` : words.rooms.rooms.hotline
  return (
    <Panel title={title} label={title}>
      <OldStrip of={read} />
      {order ? (
        <>
          <Wanted order={order} />
          {order.answer ? (
            <section class="panel-part">
              <h3>{words.after.hotline.answer}</h3>
              <p class="hotline-answer">{order.answer.text}</p>
            </section>
          ) : (
            <>
              <AnswerForm order={order} onAnswered={read.reload} />
              <MendForm key={`${order.deadline} ${order.number}`} order={order} onMended={read.take} />
            </>
          )}
        </>
      ) : (
        <NotThere of={read} />
      )}
    </Panel>
  )
}

function Wanted({ order }: { order: OpenHotline }) {
  const { words, language } = useReading()
  const { intentTitle } = useSurroundings()
  const text = words.after.hotline
  const { wanted, receivedAt, takenBy, home, intent, ticketId, workOrder, community } = order
  const ticket = { ticketId, about: false }
  const work = { room: 'orders' as const, item: workOrder }
  return (
    <section class="panel-part">
      <p class="wanted">
        <Said text={wanted} />
      </p>
      <Facts>
        <Fact name={order.answer ? text.answeredBy : text.deadline}>
          <Deadline order={order} />
        </Fact>
        <Fact name={text.received}>
          {dayAndTime(new Date(receivedAt), new Date(), language)} · {text.takenBy(takenBy)}
        </Fact>
        {home && (
          <Fact name={words.address}>
            <Said text={home} />
          </Fact>
        )}
        {intent && <Fact name={text.about}>{intentTitle(intent)}</Fact>}
        <Fact name={words.rooms.homes.compound}>{community}</Fact>
        {ticketId && (
          <Fact name={text.ticket}>
            <a href={addressAfter(ticket)} onClick={follow(ticket)}>
              {text.openTicket}
            </a>
          </Fact>
        )}
        {workOrder && (
          <Fact name={words.rooms.rooms.orders}>
            <a href={addressAfter(work)} onClick={follow(work)}>
              {workOrder}
            </a>
          </Fact>
        )}
      </Facts>
    </section>
  )
}
