import { killDuring } from '../test/faults/kills.ts'
import { runCommand } from './command.ts'

const FULL = { conversations: 200, kills: 6, together: 40 }

/** `npm run faults`: the long form of the fault tests; exit code 1 when something was lost, stored or said twice. */
await runCommand('faults', async () => {
  const { findings, restartMs, ...counts } = await killDuring(FULL)
  for (const finding of findings) process.stdout.write(`${finding}\n`)
  process.stdout.write(
    `${FULL.conversations} conversations, ${counts.kills} kills, ${counts.broken} calls broken off, ` +
      `${counts.acknowledged} messages acknowledged; back after ${restartMs.map(Math.round).join(', ')} ms; ` +
      `${findings.length} findings\n`,
  )
  if (findings.length) process.exitCode = 1
})
