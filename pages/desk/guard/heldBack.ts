/** What the promise guard said of a text that it held back. */
export interface HeldBack {
  /** What sounds like a promise. */
  phrases: string[]
  /** With it the same text goes out on the clerk's own word; empty where it cannot. */
  confirmToken: string
}

/** Reads the body of a problem with the code `promise`. */
export function heldBack(body: Readonly<Record<string, unknown>>): HeldBack {
  const { phrases, confirmToken } = body
  return {
    phrases: Array.isArray(phrases) ? phrases.map(String) : [],
    confirmToken: typeof confirmToken === 'string' ? confirmToken : '',
  }
}
