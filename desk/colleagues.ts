import type { GivenAnswer, StoredTicket } from '../bot/ports.ts'
import type { Suggestion } from '../bot/types.ts'
import type { DeskPorts } from './ports.ts'

type Ports = Pick<DeskPorts, 'store' | 'say' | 'stamp' | 'promisesIn' | 'maskPersonal' | 'maskNames'>

const MOST = 2
/** Left by a mask: what was of another owner, and is to be filled in by hand. */
const MASK = /\d{0,20}[栋幢]?\*{1,30}\d{0,20}/g

/** How colleagues answered the same matter in this compound before; nothing of the owners whom they wrote to. */
export async function fromColleagues(ports: Ports, ticket: StoredTicket): Promise<Suggestion[]> {
  const { community, context, stage } = ticket
  if (!context.intent || stage === 'resolved') return []
  const given = await ports.store.tickets.answersTo(community, context.intent)
  const known = new Set(context.suggestions.map(({ text }) => text))
  const suggestions: Suggestion[] = []
  for (const answer of given) {
    if (suggestions.length >= MOST) break
    const text = impersonal(ports, answer, ticket)
    // What was true for one home on one day is no promise to the next.
    if (answer.ticketId === ticket.id || known.has(text) || ports.promisesIn(text, community).length > 0) continue
    known.add(text)
    const vars = { name: answer.author, day: ports.stamp(community, answer.at).slice(0, 10) }
    suggestions.push({ text, source: ports.say('from_colleague', community, 'zh', vars) })
  }
  return suggestions
}

/** Facts of that ticket become those of this one; whatever else is personal, or not known here, a gap. */
function impersonal(ports: Ports, { text, author, owner }: GivenAnswer, ticket: StoredTicket): string {
  const gap = ports.say('to_fill_in', ticket.community, 'zh')
  const here = ticket.context.owner
  const facts: [was: string | undefined, is: string | undefined][] = [
    [owner.home, here.home],
    [owner.name, here.name],
    [author, ticket.assignee],
  ]
  // Set aside, so that the masks leave them.
  const aside = (place: number) => `\u0001${place}\u0002`
  const placed = facts.reduce((words, [was], place) => (was ? words.replaceAll(was, aside(place)) : words), text)
  const masked = ports.maskNames(ports.maskPersonal(placed)).replace(MASK, gap)
  return facts.reduce((words, [, is], place) => words.replaceAll(aside(place), is ?? gap), masked)
}
