import type { Running } from '../main.ts'

/** Ends the process when it is told to: what it has taken is answered first. Told a second time, it ends at once. */
export function stopOnSignal(running: Pick<Running, 'stop'>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
}
