import type { CannedReply, Placeholder, Ticket } from '../../../bot/types.ts'

/** Shown at once at most. */
const MOST = 8

/** What is searched for, when the box holds a search and no reply. A Chinese keyboard gives 、 for the slash. */
export function slashQuery(text: string): string | undefined {
  const match = /^[/、／]([^\n]{0,30})$/.exec(text)
  return match?.[1]?.trim().toLowerCase()
}

/** Those whose name begins with it first, then those that hold it anywhere. */
export function findCanned(all: readonly CannedReply[], query: string): CannedReply[] {
  const rank = ({ shortcut, text }: CannedReply): number => {
    if (shortcut.toLowerCase().startsWith(query)) return 0
    if (shortcut.toLowerCase().includes(query)) return 1
    return text.toLowerCase().includes(query) ? 2 : 3
  }
  return all
    .map((canned) => ({ canned, rank: rank(canned) }))
    .filter((found) => found.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ canned }) => canned)
}

/** The text with the facts of this ticket; what is not known stays to be filled in by hand, so that it is seen. */
export function fillCanned(
  text: string,
  ticket: Pick<Ticket, 'context'>,
  clerk: string,
  unknown: Record<Placeholder, string>,
): string {
  const { owner, repairs } = ticket.context
  const facts: Record<Placeholder, string | undefined> = {
    name: owner.name,
    home: owner.home,
    order: repairs[0]?.number,
    clerk,
  }
  return text.replace(/\{(name|home|order|clerk)\}/g, (_, key: Placeholder) => facts[key] ?? unknown[key])
}
