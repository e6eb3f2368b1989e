/**
 * A signal that falls when any of these falls or the time is over. `AbortSignal.any` and `.timeout` would do, but the
 * browsers inside older chat apps do not have them.
 *
 * @param ms undefined for no limit
 */
export function linkedSignal(signals: AbortSignal[], ms?: number): { signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = ms === undefined ? undefined : setTimeout(abort, ms)
  for (const signal of signals) {
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
  }
  const release = () => {
    clearTimeout(timer)
    for (const signal of signals) signal.removeEventListener('abort', abort)
  }
  return { signal: controller.signal, release }
}
