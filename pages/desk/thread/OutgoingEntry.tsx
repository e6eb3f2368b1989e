import type { Ticket } from '../../../bot/types.ts'
import { PromiseGuard } from '../guard/PromiseGuard.tsx'
import { Said } from '../said/Said.tsx'
import { useReading, useSurroundings } from '../surroundings.ts'
import type { Outbox, Outgoing } from './outbox.ts'
import type { OpenTicket } from './useTicket.ts'

interface OutgoingProps {
  one: Outgoing
  ticket: Ticket
  outbox: Outbox
  open: OpenTicket
  /** Gives words and files back to the box, to be changed. */
  onChange(one: Outgoing): void
}

/** A reply that is not in the record yet. */
export function OutgoingEntry({ one, ticket, outbox, open, onChange }: OutgoingProps) {
  const { words } = useReading()
  const { clerk } = useSurroundings()
  const { reply, files, state, problem, phrases = [], confirmToken = '' } = one
  const send = (vouched: { confirm?: string; record?: string } = {}) => {
    void outbox.send(ticket.id, { ...reply, ...vouched }, files).then((message) => message && open.takeMessage(message))
  }
  return (
    <li class={state === 'held' ? 'entry staff held' : 'entry staff'}>
      <div class="entry-label">{clerk.name}</div>
      {reply.text && (
        <div class="bubble">
          <Said text={reply.text} />
        </div>
      )}
      {files.map(({ id, name }) => (
        <span key={id} class="file">
          {words.attachment} · <Said text={name} />
        </span>
      ))}
      {state === 'sending' && <div class="delivery">{words.pending}</div>}
      {state === 'failed' && (
        <button type="button" class="delivery failed" onClick={() => send()}>
          {words.notSent}
          {problem && ` · ${problem}`}
        </button>
      )}
      {state === 'held' && (
        <PromiseGuard
          held={{ phrases, confirmToken }}
          community={ticket.community}
          orders={ticket.context.repairs}
          ticketId={ticket.id}
          more={words.rooms.guard.sendMore}
          onChange={() => onChange(one)}
          onRecord={(record) => send({ record })}
          onConfirm={() => send({ confirm: confirmToken })}
        />
      )}
    </li>
  )
}
