import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'

export interface Guarded {
  /** Sends it the signal, and resolves when it has ended; its folder stays. */
  end(): Promise<void>
}

const KEEP = 'keep'

/** When the process that started it ends, nobody holds the other end of its input, and `read` ends with nothing. */
const GUARD = `
signal=$1 folder=$2; shift 2
"$@" < /dev/null & child=$!
read -r word
kill -s "$signal" "$child" 2> /dev/null
wait "$child" 2> /dev/null
[ "$word" = ${KEEP} ] || rm -rf "$folder"
`

export interface GuardOptions {
  /** Name of the signal, such as `TERM`. */
  signal: string
  /** Removed with it when this process ends before it. */
  folder: string
  /** File that gets what it says. */
  log: string
  user?: { uid: number; gid: number }
}

/** Runs the program until `end`, or until this process ends, however it ends. */
export function guarded(command: string[], { signal, folder, log, user }: GuardOptions): Guarded {
  const out = openSync(log, 'a')
  const guard: ChildProcess = spawn('sh', ['-c', GUARD, 'guard', signal, folder, ...command], {
    stdio: ['pipe', out, out],
    ...user,
  })
  const ended = once(guard, 'exit')
  return {
    end: async () => {
      guard.stdin?.end(`${KEEP}\n`)
      await ended
    },
  }
}
