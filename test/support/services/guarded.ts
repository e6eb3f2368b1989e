import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'

export interface Guarded {
  /** Sends it the signal that ends it in order, and resolves when it has ended and its folder is gone. */
  end(): Promise<void>
}

/**
 * Runs the program until `end`, or until this process ends, however it ends: then nobody holds the other end of the
 * guard's input. `folder` is removed after it.
 */
const GUARD = `
signal=$1 folder=$2; shift 2
"$@" & child=$!
cat > /dev/null
kill -s "$signal" "$child" 2> /dev/null
wait "$child" 2> /dev/null
rm -rf "$folder"
`

export interface GuardOptions {
  /** Name of the signal, such as `TERM`. */
  signal: string
  /** Removed at the end. */
  folder: string
  /** File that gets what it says. */
  log: string
  user?: { uid: number; gid: number }
}

export function guarded(command: string[], { signal, folder, log, user }: GuardOptions): Guarded {
  const out = openSync(log, 'a')
  const guard: ChildProcess = spawn('sh', ['-c', GUARD, 'guard', signal, folder, ...command], {
    stdio: ['pipe', out, out],
    ...user,
  })
  const ended = once(guard, 'exit')
  return {
    end: async () => {
      guard.stdin?.end()
      await ended
    },
  }
}
