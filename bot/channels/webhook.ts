import type { ChannelMetrics, WebhookAnswer } from '../ports/channels.ts'
import type { ChannelName, Clock } from '../types.ts'
import { RefusedCall } from './envelope.ts'

/** A call that was signed longer ago, or later, is one that somebody kept and plays again. */
const OLDEST_MS = 300_000

export const plain = (body: string, status = 200): WebhookAnswer => ({ status, type: 'text/plain', body })

/** @throws RefusedCall `too_old` */
export function checkAge(clock: Clock, timestamp: string): void {
  const age = clock.now().getTime() - Number(timestamp) * 1000
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(age) > OLDEST_MS)
    throw new RefusedCall('too_old', 'signed at another time')
}

/** Counts a refused call and tells the caller nothing but that. What else fails makes the platform call again. */
export async function orRefused(
  { channel, metrics }: { channel: ChannelName; metrics: ChannelMetrics },
  work: () => Promise<WebhookAnswer>,
): Promise<WebhookAnswer> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RefusedCall)) throw error
    metrics.refused(channel, error.reason)
    return plain('refused', error.reason === 'too_large' ? 413 : 403)
  }
}
