import { type DestinationStream, type Logger, pino } from 'pino'
import { requestId } from '../http/requestId.ts'
import { maskPersonal } from '../intents/entities/index.ts'

/** Of causes; a longer chain tells nothing new. */
const DEEPEST = 5
/** What stands in quotes and is no name of a column or setting may be what an owner wrote: parsers and databases cite. */
const CITED = /"(?![\w.:/-]{1,64}")[^"]*"?|“[^”]*”?/g
/** Of what isn't ours; a longer one has somebody's document in it. */
const LONGEST = 500

/** JSON lines, each with the id of its call. */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    mixin: () => {
      const id = requestId()
      return id ? { requestId: id } : {}
    },
    serializers: { err: errorInLog, error: errorInLog },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** An error as the log has it: what and where, and nothing that an owner wrote. */
export function errorInLog(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: safe(String(error)) }
  const { code } = error as { code?: unknown }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: safe(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(error.cause !== undefined && depth < DEEPEST ? { cause: errorInLog(error.cause, depth + 1) } : {}),
  }
}

const safe = (message: string): string => maskPersonal(message.replace(CITED, '"…"').slice(0, LONGEST))
