import type { Address } from '../address.ts'
import { go } from '../navigation.ts'
import { useShortcuts } from '../shortcuts.ts'
import { useReading, useSurroundings } from '../surroundings.ts'
import type { Outbox } from '../thread/outbox.ts'
import { TicketView } from '../thread/TicketView.tsx'
import { nextAfter } from './list.ts'
import { Queue } from './Queue.tsx'
import { type Overview, useQueue } from './useQueue.ts'

interface QueueRoomProps {
  address: Address
  overview: Overview
  outbox: Outbox
}

/** The tickets: list, thread and context. */
export function QueueRoom({ address, overview, outbox }: QueueRoomProps) {
  const { words } = useReading()
  const { say } = useSurroundings()
  const queue = useQueue(address)
  useShortcuts({
    j: () => {
      const next = nextAfter(queue.page.tickets, address.ticketId)
      if (next) go({ ticketId: next, about: false })
      else say(words.noNext)
    },
  })
  return (
    <>
      <Queue address={address} queue={queue} overview={overview} />
      {address.ticketId ? (
        <TicketView key={address.ticketId} id={address.ticketId} outbox={outbox} />
      ) : (
        <main class="thread none">
          <h1>{words.pickTitle}</h1>
          <p class="soft">{words.pickOne}</p>
        </main>
      )}
    </>
  )
}
