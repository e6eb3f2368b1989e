/** Keys of an installation, the same for all its instances. */
export interface SharedKeyStore {
  /** The key of this name; `fresh` becomes it where there is none yet. */
  of(name: string, fresh: string): Promise<string>
  /** Uses it up: true for one caller alone, and for none when it is another by now. */
  take(name: string, value: string): Promise<boolean>
}
