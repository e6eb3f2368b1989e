import { serve } from '../../main.ts'
import { stopOnSignal } from '../../wire/signals.ts'

/* The product as it is started, but that it says `ready URL`. */
const running = await serve()
stopOnSignal(running)
process.stdout.write(`ready ${running.url}\n`)
