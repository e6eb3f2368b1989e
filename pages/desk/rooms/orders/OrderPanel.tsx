import { useState } from 'preact/hooks'
import type { SlotName, Slots, WorkOrderLine } from '../../../../bot/types.ts'
import { dayAndTime } from '../../../shared/time.ts'
import { Fact, Facts } from '../../context/facts.tsx'
import { FileLink } from '../../FileLink.tsx'
import { useLive } from '../../live.ts'
import type { OpenOrder } from '../../roomCalls.ts'
import { Said, SaidParts } from '../../said/Said.tsx'
import { useReading, useSurroundings } from '../../surroundings.ts'
import { useSending } from '../../useSending.ts'
import { NotThere, OldStrip, Panel } from '../parts.tsx'
import { useRecord } from '../useRecord.ts'
import { Dispatch } from './Dispatch.tsx'
import { MoveForm } from './MoveForm.tsx'
import { Matter, Visit } from './OrderTable.tsx'
import { UrgedAgain } from './UrgedAgain.tsx'

/** One work order: what was reported, where it can go, and what came before. */
export function OrderPanel({ number }: { number: string }) {
  const { words } = useReading()
  const { calls } = useSurroundings()
  const read = useRecord(number, () => calls.orders.read(number))
  useLive('work_orders', (event) => event.number === number && read.reload())
  useLive('resync', read.reload)
  const order = read.value
  const title = `${words.rooms.orders.number} ${number}`
  return (
    <Panel title={title} label={title}>
      <OldStrip of={read} />
      {order ? (
        <>
          <Reported order={order} />
          <MoveForm
            key={`${order.state} ${order.scheduledFor ?? ''}`}
            order={order}
            onMoved={read.take}
            onStale={read.reload}
          />
          <UrgedAgain key={`urged ${number}`} order={order} onUrged={read.take} />
          <Dispatch key={`sent ${number}`} order={order} />
          <History lines={order.lines} />
        </>
      ) : (
        <NotThere of={read} />
      )}
    </Panel>
  )
}

function Reported({ order }: { order: OpenOrder }) {
  const { words, language } = useReading()
  const { intentTitle } = useSurroundings()
  return (
    <section class="panel-part">
      <p class="wanted">
        <Matter order={order} />
      </p>
      <p>
        <span class={`state ${order.state}`}>{words.workOrderStates[order.state]}</span> <Visit order={order} />
      </p>
      <p class="soft small">
        {intentTitle(order.intent)} · {order.community}
      </p>
      {order.attachments?.map((file) => (
        <p key={file.id}>
          <FileLink file={file} />
        </p>
      ))}
      {order.ratings.map(({ conversationId, score, at }) => (
        <p key={conversationId} class="small">
          {words.rooms.orders.rated(score)} <time dateTime={at}>{dayAndTime(new Date(at), new Date(), language)}</time>
        </p>
      ))}
      <h3>{words.rooms.orders.reports}</h3>
      <ul class="reports">
        {order.reports.map((report) => (
          <Report key={report.conversationId} number={order.number} report={report} />
        ))}
      </ul>
    </section>
  )
}

/** Hidden until somebody means to see it; the audit keeps who did. */
const MASK = /\*{3,}/

function Report({ number, report }: { number: string; report: OpenOrder['reports'][number] }) {
  const { words, language } = useReading()
  const { calls } = useSurroundings()
  const [whole, setWhole] = useState<Slots>()
  const { busy, problem, send } = useSending(({ slots }: { slots: Slots }) => setWhole(slots))
  const { slots, since, conversationId } = { ...report, ...(whole && { slots: whole }) }
  const said = Object.entries(slots).filter(([, value]) => value) as [SlotName, string][]
  const look = () => send(() => calls.orders.reveal(number, conversationId))
  return (
    <li>
      <Facts>
        {said.map(([name, value]) => (
          <Fact key={name} name={words.slotNames[name]}>
            <SaidParts text={value} />
          </Fact>
        ))}
        <Fact name={words.rooms.orders.filedAt}>{dayAndTime(new Date(since), new Date(), language)}</Fact>
      </Facts>
      {!whole && said.some(([, value]) => MASK.test(value)) && (
        <button type="button" class="button quiet" disabled={busy} onClick={look}>
          {words.showOriginal}
        </button>
      )}
      {problem && <span role="alert">{problem.title}</span>}
    </li>
  )
}

/** The newest first. */
function History({ lines }: { lines: readonly WorkOrderLine[] }) {
  const { words } = useReading()
  return (
    <section class="panel-part">
      <h3>{words.rooms.orders.history}</h3>
      <ol class="order-lines">
        {[...lines].reverse().map((line) => (
          <Line key={`${line.at} ${line.kind} ${line.state}`} line={line} />
        ))}
      </ol>
    </section>
  )
}

function Line({ line: { at, kind, state, by, scheduledFor, worker, note, file } }: { line: WorkOrderLine }) {
  const { words, language } = useReading()
  const text = words.rooms.orders
  const now = new Date()
  const visit = scheduledFor && dayAndTime(new Date(scheduledFor), now, language)
  return (
    <li>
      <time dateTime={at}>{dayAndTime(new Date(at), now, language)}</time>
      <span>
        {kind === 'moved' ? words.workOrderStates[state] : text.lines[kind]}
        {(visit || worker) && ` · ${[visit, worker].filter(Boolean).join(' · ')}`}{' '}
        <span class="soft">{by ?? text.byOwner}</span>
        {note && (
          <span class="order-note">
            <Said text={note} />
          </span>
        )}
        {file && <FileLink file={file} />}
      </span>
    </li>
  )
}
