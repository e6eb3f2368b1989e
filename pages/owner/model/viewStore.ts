import type { View } from './view.ts'

/** What the page shows now, and who wants to know when it changes. */
export class ViewStore {
  readonly #listeners = new Set<(view: View) => void>()
  #view: View

  constructor(view: View) {
    this.#view = view
  }

  get view(): View {
    return this.#view
  }

  /** Returns the way to stop listening. */
  subscribe(listener: (view: View) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  change(by: (view: View) => View): void {
    this.#view = by(this.#view)
    for (const listener of this.#listeners) listener(this.#view)
  }
}
