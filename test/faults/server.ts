import { readConfig } from '../../config.ts'
import { serve } from '../../main.ts'
import { systemClock } from '../../wire/ids.ts'

/* The product as a process of its own, to be killed: says `ready URL` when it serves. Settings from the environment; CLOCK_OFF_MS sets its clock wrong. */
const offMs = Number(process.env.CLOCK_OFF_MS ?? 0)
const clock = { now: () => new Date(systemClock.now().getTime() + offMs) }
const { url } = await serve(readConfig(), clock)
process.stdout.write(`ready ${url}\n`)
