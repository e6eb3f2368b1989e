import { readConfig } from '../../config.ts'
import { serve } from '../../main.ts'

/** The product in a process of its own, so that the load is none of its; it prints where it listens. */
const running = await serve(readConfig())
process.stdout.write(`listening ${running.url}\n`)
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)))
