import { z } from 'zod'
import { TEAMS } from '../bot/types.ts'

/** What the calls about teams are checked with. */
export const teamSchemas = {
  /** `community`: only those who may see it. */
  teams: z.object({ community: z.string().max(100).optional() }).strict(),
  memberTeams: z.object({ teams: z.array(z.enum(TEAMS)).max(TEAMS.length) }).strict(),
}
