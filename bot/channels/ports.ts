import type { Channel, ChannelMetrics } from '../ports/channels.ts'
import type { SharedTokens } from '../ports/tokens.ts'
import type { IntakePorts } from './intake.ts'
import type { PartsPorts } from './parts.ts'
import type { PlatformSender } from './sender.ts'

/** What a channel over a platform is given. */
export interface ChannelPorts extends Omit<IntakePorts, 'channel'>, Pick<PartsPorts, 'linkTo'> {
  tokens: SharedTokens
  metrics: ChannelMetrics
  fetch: typeof fetch
  /** What to do at once, where the words are an emergency; it needs no record. */
  emergencyText(text: string): string | undefined
  /** Ends a call to a platform that takes too long; one with a file may take longer. */
  deadline(file?: boolean): AbortSignal
}

/** A platform that is switched on: what it sends comes in by `channel`, what is said goes out by `sender`. */
export interface PlatformChannel {
  channel: Channel
  sender: PlatformSender
}
