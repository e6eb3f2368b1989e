import type { View } from './view.ts'

/** What the page shows now, and who wants to know when it changes. */
export class ViewStore {
  private readonly listeners = new Set<(view: View) => void>()
  private shown: View

  constructor(view: View) {
    this.shown = view
  }

  get view(): View {
    return this.shown
  }

  /** Returns the way to stop listening. */
  subscribe(listener: (view: View) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  change(by: (view: View) => View): void {
    this.shown = by(this.shown)
    for (const listener of this.listeners) listener(this.shown)
  }
}
