import { readConfig } from '../../config.ts'
import { serve } from '../../main.ts'

/* The product as a process of its own, to be killed: says `ready URL` when it serves. Settings from the environment. */
const { url } = await serve(readConfig())
process.stdout.write(`ready ${url}\n`)
