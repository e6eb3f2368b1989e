import { readConfig } from '../../config.ts'
import { serve } from '../../main.ts'
import { stopOnSignal } from '../../wire/signals.ts'

/* The product as a process of its own, to be stopped by a signal: says `ready URL` when it serves. */
const running = await serve(readConfig())
stopOnSignal(running)
process.stdout.write(`ready ${running.url}\n`)
