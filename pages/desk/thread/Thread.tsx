import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Message, Ticket } from '../../../bot/types.ts'
import { DownIcon } from '../Icons.tsx'
import { useReading } from '../surroundings.ts'
import { Entries } from './Entries.tsx'
import { entriesOf, spanOf, within } from './entries.ts'
import { History } from './History.tsx'
import { OutgoingEntry } from './OutgoingEntry.tsx'
import { type Outbox, type Outgoing, useOutgoing } from './outbox.ts'
import type { OpenTicket } from './useTicket.ts'

interface ThreadProps {
  ticket: Ticket
  open: OpenTicket
  outbox: Outbox
  onChange(one: Outgoing): void
}

/** What was said, as the owner sees it, with what only staff see in between. */
export function Thread({ ticket, open, outbox, onChange }: ThreadProps) {
  const { words } = useReading()
  const entries = useMemo(() => entriesOf(ticket, own(ticket, open.messages)), [ticket, open.messages])
  const outgoing = useOutgoing(outbox, ticket.id)
  const { box, atEnd, toEnd } = useStick(`${entries.at(-1)?.key} ${outgoing.length} ${open.typing?.from ?? ''}`)
  return (
    <div class="talk">
      <div ref={box.ref} class="talk-scroll" onScroll={box.onScroll}>
        <History ticket={ticket} messages={open.messages} onOlder={open.takeOlder} />
        <ol class="entries" aria-live="polite" aria-label={words.thread}>
          <Entries entries={entries} ticket={ticket} />
          {outgoing.map((one) => (
            <OutgoingEntry
              key={one.reply.clientMessageId}
              one={one}
              ticket={ticket}
              outbox={outbox}
              open={open}
              onChange={onChange}
            />
          ))}
        </ol>
        {!entries.length && <p class="empty soft">{words.noMessages}</p>}
        <p class="typing soft small" role="status">
          {open.typing && typingWords(open.typing, words)}
        </p>
      </div>
      {!atEnd && (
        <button type="button" class="to-end" onClick={toEnd}>
          <DownIcon /> {words.newMessage}
        </button>
      )}
    </div>
  )
}

/** To the end, also when it is resolved already: what came after it is not hidden. */
function own(ticket: Ticket, messages: readonly Message[]): Message[] {
  const { after } = spanOf(ticket)
  return within(messages, after === undefined ? {} : { after })
}

function typingWords(
  { from, author }: NonNullable<OpenTicket['typing']>,
  words: ReturnType<typeof useReading>['words'],
) {
  return from === 'owner' ? words.ownerTyping : words.colleagueTyping(author ?? words.staff)
}

/** How far from the end still counts as being there, in pixels. */
const NEAR_END = 48

/** Keeps the view at the end while the reader is there; otherwise it stays where it is and a chip leads down. */
function useStick(content: string) {
  const ref = useRef<HTMLDivElement>(null)
  const stuck = useRef(true)
  const [atEnd, setAtEnd] = useState(true)
  const toEnd = () => {
    stuck.current = true
    setAtEnd(true)
    ref.current?.scrollTo({ top: ref.current.scrollHeight })
  }
  useLayoutEffect(() => {
    if (stuck.current) toEnd()
    else setAtEnd(false)
  }, [content])
  useEffect(() => {
    // The room changes with the box below, what fills it with what unfolds in it.
    const observer = new ResizeObserver(() => stuck.current && toEnd())
    for (const part of [ref.current, ref.current?.firstElementChild]) if (part) observer.observe(part)
    return () => observer.disconnect()
  }, [])
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = ref.current ?? {}
    stuck.current = scrollHeight - scrollTop - clientHeight < NEAR_END
    if (stuck.current) setAtEnd(true)
  }
  return { box: { ref, onScroll }, atEnd, toEnd }
}
