import type { Example } from '../types.ts'

/** The argmax and how sure the peer is, on a scale of its own. */
export interface Guess {
  intent: string
  score: number
}

/** A trained classifier to compare with. */
export interface Peer {
  guess(text: string): Guess | Promise<Guess>
  /** Ends what it runs. */
  close?(): void
}

/** A kind of classifier that may or may not be on this machine. */
export interface PeerKind {
  name: string
  /** How it is trained; undefined where it is not installed. */
  find(): ((examples: readonly Example[]) => Peer | Promise<Peer>) | undefined
}
