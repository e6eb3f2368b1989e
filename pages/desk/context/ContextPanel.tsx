import type { Ticket } from '../../../bot/types.ts'
import { BackIcon } from '../Icons.tsx'
import { TicketCallbacks } from '../rooms/day/TicketCallbacks.tsx'
import { TicketHotline } from '../rooms/hotline/TicketHotline.tsx'
import { useReading } from '../surroundings.ts'
import { Block } from './Block.tsx'
import { Classification, Earlier, NotPromised, SlotsList, Summary } from './facts.tsx'
import { HomeFacts } from './HomeFacts.tsx'
import { ResponsibilityFacts } from './ResponsibilityFacts.tsx'
import { Repairs, StatusEntries } from './records.tsx'

/** What is known, so that the owner need not tell it twice: the summary first, the classification last. */
export function ContextPanel({ ticket, onBack }: { ticket: Ticket; onBack(): void }) {
  const { words } = useReading()
  const { context } = ticket
  return (
    <aside class="context" aria-label={words.context}>
      <header class="context-head">
        <button type="button" class="icon-button back" aria-label={words.back} onClick={onBack}>
          <BackIcon />
        </button>
        <h1>{words.context}</h1>
      </header>
      <Block name="summary" title={words.summary}>
        <Summary ticket={ticket} />
      </Block>
      <Block name="promises" title={words.notPromised} count={context.notPromised.length}>
        <NotPromised items={context.notPromised} />
      </Block>
      <Block name="callbacks" title={words.day.owed.block}>
        <TicketCallbacks key={ticket.id} ticketId={ticket.id} />
      </Block>
      <Block name="responsibility" title={words.responsibility}>
        <ResponsibilityFacts responsibility={context.responsibility} />
      </Block>
      <Block name="status" title={words.status} count={context.status.length}>
        <StatusEntries entries={context.status} />
      </Block>
      <Block name="repairs" title={words.repairs} count={context.repairs.length}>
        <Repairs orders={context.repairs} />
      </Block>
      <Block name="earlier" title={words.earlier} count={context.earlier.length}>
        <Earlier ticket={ticket} />
      </Block>
      <Block name="hotline" title="12345">
        <TicketHotline ticketId={ticket.id} community={ticket.community} />
      </Block>
      <Block name="home" title={words.home}>
        <HomeFacts ticket={ticket} />
      </Block>
      <Block name="slots" title={words.slots} count={Object.keys(context.slots).length}>
        <SlotsList slots={context.slots} ticketId={ticket.id} />
      </Block>
      <Block name="classification" title={words.classification}>
        <Classification context={context} />
      </Block>
    </aside>
  )
}
