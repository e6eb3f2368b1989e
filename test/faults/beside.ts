import { setTimeout as wait } from 'node:timers/promises'

export type Disturbance = () => Promise<void>

export interface BesideOptions {
  conversations: number
  /** How many owners are there at once. */
  together: number
  /** After so long nothing new is begun, however much is still to come; left out: all is done. */
  minutes?: number
}

const LOOK_EVERY_MS = 20

/**
 * Owners come and go, and what disturbs them happens meanwhile, one after the other, spread over their visits. Where that
 * takes longer than so many visits, more owners come, so that none of it happens while nobody is there.
 *
 * @param visit of the owner with this number
 * @returns how many visits and disturbances there were
 */
export async function beside(
  plan: Disturbance[],
  { conversations, together, minutes = Number.POSITIVE_INFINITY }: BesideOptions,
  visit: (n: number) => Promise<void>,
): Promise<{ visits: number; disturbed: number }> {
  const until = performance.now() + minutes * 60_000
  const isOver = (): boolean => performance.now() > until
  let [begun, disturbed] = [0, 0]
  const disturb = async (): Promise<void> => {
    for (const [n, due] of plan.entries()) {
      const share = Math.floor(((n + 1) * conversations) / (plan.length + 1))
      while (begun < share && !isOver()) await wait(LOOK_EVERY_MS)
      if (isOver()) return
      await due()
      disturbed += 1
    }
  }
  const seat = async (): Promise<void> => {
    while ((begun < conversations || disturbed < plan.length) && !isOver()) await visit(begun++)
  }
  await Promise.all([disturb(), ...Array.from({ length: together }, seat)])
  return { visits: begun, disturbed }
}
