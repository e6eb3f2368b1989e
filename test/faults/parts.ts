import { claimDuringKills } from './claims.ts'
import { cutStreams } from './cuts.ts'
import { withInstallation } from './installation.ts'
import { killDuring } from './kills.ts'
import { UNLIMITED } from './owners.ts'
import { killDuringPushes } from './pushes.ts'
import { disturbSeveral } from './several.ts'
import { readSlowly } from './slowReader.ts'
import { failOver } from './standby.ts'
import { takeOverAfterKills } from './takeover.ts'
import { callTwice } from './webhooks.ts'

/** What was seen, by its names; the findings are what went wrong. */
export interface Seen {
  findings: string[]
}

export interface Part {
  what: string
  /** The full sizes. */
  sizes: Record<string, number>
  run(sizes: Record<string, number>): Promise<Seen>
}

/** Ties a part's sizes to what it takes. */
function part<Sizes extends Record<string, number>>(
  what: string,
  sizes: Sizes,
  run: (sizes: Sizes) => Promise<Seen>,
): Part {
  return { what, sizes, run: (given) => run({ ...sizes, ...given }) }
}

/** Two instances without any disturbance. */
const CALM = { kills: 0, wipes: 0, redisKills: 0, postgresKills: 0, partitions: 0 }
const CROWD = { conversations: 1000, rounds: 10, together: 40 }

/** The parts of `npm run faults`, each with the sizes that it has there. */
export const PARTS: Record<string, Part> = {
  kills: part('one instance with the embedded record, killed', { ...CROWD, kills: 200 }, killDuring),
  instances: part('two instances on PostgreSQL and Redis, killed', { ...CALM, ...CROWD, kills: 200 }, disturbSeveral),
  redis: part(
    'two instances; Redis wiped, killed, cut off from one',
    { ...CALM, ...CROWD, conversations: 200, wipes: 10, redisKills: 3, partitions: 3 },
    disturbSeveral,
  ),
  postgres: part(
    'two instances; PostgreSQL killed',
    { ...CALM, ...CROWD, conversations: 200, postgresKills: 5 },
    disturbSeveral,
  ),
  standby: part(
    'PostgreSQL failed over to its synchronous standby',
    { conversations: 64, before: 5000, failovers: 5 },
    failOver,
  ),
  claims: part(
    'clerks claim the same tickets at two instances, killed meanwhile',
    { clerks: 50, tickets: 1000, wantedBy: 10, kills: 10 },
    claimDuringKills,
  ),
  pushes: part('killed while it tells many of one change', { subscribers: 10_000, kills: 3 }, killDuringPushes),
  cuts: part('event streams cut and resumed at two instances', { cuts: 1000, readers: 20, kills: 4 }, (sizes) =>
    withInstallation((two) => cutStreams(two, sizes), UNLIMITED),
  ),
  reader: part('a page that reads too slowly', {}, async () => {
    const { seqs, kept, ...seen } = await withInstallation(readSlowly)
    return { ...seen, findings: seqs.join() === kept.join() ? [] : [`heard ${seqs.join()} of ${kept.join()}`] }
  }),
  webhooks: part('both platforms call both instances, killed meanwhile', { owners: 100, kills: 5 }, callTwice),
  takeover: part(
    'how soon the work of a dead instance goes on',
    { rounds: 20, owners: 20, atOnce: 0 },
    async (sizes) => {
      const { rounds, owners, atOnce } = sizes
      const report = await withInstallation(
        (two) => takeOverAfterKills(two, { rounds, owners, restartAtOnce: atOnce > 0 }),
        UNLIMITED,
      )
      return { ...report, findings: [] }
    },
  ),
}
