/** An access token and how long it is good for. */
export interface FreshToken {
  token: string
  seconds: number
}

/**
 * Access tokens of platforms, of which a new one ends the old: all instances share one, and one of them renews it while
 * the others wait.
 */
export interface SharedTokens {
  /** The one in use, else what `renew` gives. */
  take(name: string, renew: () => Promise<FreshToken>): Promise<string>
  /** The platform no longer takes this one; without effect when it was replaced already. */
  drop(name: string, token: string): Promise<void>
}
