import fc from 'fast-check'
import {
  CLERKS,
  type Clerk,
  HOW_MANY_OWNERS,
  type Model,
  type OwnerModel,
  type TicketModel,
  type World,
} from './world.ts'

export type Step = fc.AsyncCommand<Model, World, false>

export const anOwner = fc.nat({ max: HOW_MANY_OWNERS - 1 })
export const aClerk = fc.nat({ max: CLERKS - 1 })

/** One thing that somebody does; `can` tells whether there is anything to do it with. Its kind is its name without who. */
export const step = (
  name: string,
  run: (model: Model, world: World) => Promise<void>,
  can: (model: Readonly<Model>) => boolean = () => true,
): Step => ({
  check: can,
  run: (model, world) => {
    const kind = name.replace(/\d+/g, '…')
    model.taken.set(kind, (model.taken.get(kind) ?? 0) + 1)
    return run(model, world)
  },
  toString: () => name,
})

/** Gives the ticket to the clerk at this place, or back to the queue; whoever holds it goes on holding it. */
export function give(ticket: TicketModel, { clock }: World, holder: number | undefined): void {
  if (ticket.holder === holder) return
  delete ticket.holder
  delete ticket.heldAt
  if (holder !== undefined) Object.assign(ticket, { holder, heldAt: clock.now().getTime() })
}

/** An owner's open ticket, and a clerk at work who does something about it. */
export interface OnTicket {
  of: OwnerModel
  ticket: TicketModel
  place: number
  clerk: Clerk
  world: World
  model: Model
}

/** What a clerk does with the ticket of an owner who has one. */
export const ticketStep = (verb: string, run: (on: OnTicket) => Promise<void>): fc.Arbitrary<Step> =>
  fc.tuple(anOwner, aClerk).map(([owner, place]) =>
    step(
      `clerk ${place} ${verb} of owner ${owner}`,
      (model, world) => {
        const of = model.owners[owner]!
        return run({ of, ticket: of.ticket!, place, clerk: world.clerks[place]!, world, model })
      },
      ({ owners, away }) => owners[owner]?.ticket !== undefined && !away.has(place),
    ),
  )
