import type { DirectLineTokens } from '../../bot/channels/directline/tokens.ts'
import type { Refusal } from '../../bot/ports/channels.ts'
import type { Locale } from '../../bot/types.ts'
import type { OwnerPorts } from '../ownerPorts.ts'

/** What Direct Line is given by `main`. */
export interface DirectLinePorts
  extends Pick<
    OwnerPorts,
    | 'store'
    | 'live'
    | 'runTurn'
    | 'community'
    | 'defaultCommunity'
    | 'clock'
    | 'newToken'
    | 'hash'
    | 'limits'
    | 'admission'
    | 'shed'
    | 'findEmergency'
    | 'emergencyText'
    | 'counts'
    | 'report'
  > {
  tokens: DirectLineTokens
  /** Counts what was not let in. */
  refused(reason: Refusal): void
  /** What the bot says before anybody has said anything. */
  greeting(community: string, locale: Locale): string
  /** With no slash at the end; undefined: the address that was called. */
  publicUrl?: string
}
