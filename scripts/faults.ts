import { claimDuringKills } from '../test/faults/claims.ts'
import { killDuring } from '../test/faults/kills.ts'
import { killDuringPushes } from '../test/faults/pushes.ts'
import { disturbSeveral } from '../test/faults/several.ts'
import { runCommand } from './command.ts'

const FULL = { conversations: 200, kills: 6, together: 40 }
const FULL_SEVERAL = {
  conversations: 10_000,
  kills: 200,
  wipes: 10,
  redisKills: 3,
  postgresKills: 5,
  partitions: 5,
  together: 40,
}
const FULL_CLAIMS = { clerks: 50, tickets: 1000, wantedBy: 10, kills: 10 }
const FULL_PUSHES = { subscribers: 10_000, kills: 3 }

/** `npm run faults`: the long form of the fault tests; exit code 1 when something was lost, stored or said twice. */
await runCommand('faults', async () => {
  const findings = [...(await conversations()), ...(await pushes()), ...(await several()), ...(await claims())]
  for (const finding of findings) process.stdout.write(`${finding}\n`)
  if (findings.length) process.exitCode = 1
})

async function conversations(): Promise<string[]> {
  const { findings, restartMs, ...counts } = await killDuring(FULL)
  process.stdout.write(
    `${FULL.conversations} conversations, ${counts.kills} kills, ${counts.broken} calls broken off, ` +
      `${counts.acknowledged} messages acknowledged; back after ${restartMs.map(Math.round).join(', ')} ms; ` +
      `${findings.length} findings\n`,
  )
  return findings
}

async function pushes(): Promise<string[]> {
  const { kills, concerned, told, sentAtKill, seconds, findings } = await killDuringPushes(FULL_PUSHES)
  process.stdout.write(
    `${FULL_PUSHES.subscribers} subscribers, ${kills} kills after ${sentAtKill.join(', ')} messages, ` +
      `${told} messages to the ${concerned} whom it concerns in ${seconds.toFixed(1)} s; ${findings.length} findings\n`,
  )
  return findings
}

async function several(): Promise<string[]> {
  const { findings, takenOverMs, ...counts } = await disturbSeveral(FULL_SEVERAL)
  process.stdout.write(
    `two instances on PostgreSQL and Redis: ${FULL_SEVERAL.conversations} conversations, ${counts.kills} kills, ` +
      `${counts.wipes} wipes and ${counts.redisKills} kills of Redis, ${counts.partitions} partitions, ` +
      `${counts.postgresKills} kills of PostgreSQL, ${counts.broken} calls broken off, ` +
      `${counts.acknowledged} messages acknowledged; what was left was answered after ` +
      `${takenOverMs.map(Math.round).join(', ')} ms; ${findings.length} findings\n`,
  )
  return findings
}

async function claims(): Promise<string[]> {
  const { claims: made, won, broken, findings } = await claimDuringKills(FULL_CLAIMS)
  process.stdout.write(
    `${FULL_CLAIMS.clerks} clerks, ${made} claims of ${FULL_CLAIMS.tickets} tickets over two instances, ` +
      `${FULL_CLAIMS.kills} kills, ${broken} calls broken off: ${won} won; ${findings.length} findings\n`,
  )
  return findings
}
