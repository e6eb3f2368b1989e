import { go } from '../navigation.ts'
import type { Words } from '../words.ts'
import type { Concerns, Fresh } from './fresh.ts'

const WAITING = 'waiting'

/**
 * The notices that this tab has given. They lie about on a screen that anybody may see, so they hold no word of an
 * owner, no phone and no home. One with the same tag takes the other's place.
 */
export class Notices {
  readonly #words: Words['notices']
  readonly #open = new Map<string, Notification>()

  constructor(words: Words['notices']) {
    this.#words = words
  }

  /** Whether anything was given. */
  give({ mine, waiting }: Fresh): boolean {
    if (Notification.permission !== 'granted') return false
    const { toYou, toYouMore, urgent, came, openIt } = this.#words
    for (const { id } of mine) this.#show(id, id, toYou, toYouMore)
    const [first] = waiting
    if (first) this.#show(WAITING, first.id, first.priority === 'emergency' ? urgent : came(waiting.length), openIt)
    return mine.length > 0 || waiting.length > 0
  }

  /** The clerk has this ticket before them; without one, the desk with what waits. */
  closeRead(ticketId = WAITING): void {
    this.#open.get(ticketId)?.close()
    this.#open.delete(ticketId)
  }

  /** What somebody answered or took elsewhere needs no notice any more. */
  closeAnswered({ mine, waiting }: Concerns): void {
    const still = new Set(mine.map(({ id }) => id))
    for (const id of this.#open.keys()) if (id === WAITING ? !waiting.length : !still.has(id)) this.closeRead(id)
  }

  /** A notice whose tab is gone leads nowhere. */
  closeAll(): void {
    for (const id of this.#open.keys()) this.closeRead(id)
  }

  #show(tag: string, ticketId: string, title: string, body: string): void {
    this.closeRead(tag)
    const notice = new Notification(title, {
      body,
      tag: `qiao.${tag}`,
      silent: true,
      lang: document.documentElement.lang,
    })
    notice.onclick = () => {
      window.focus()
      go({ ticketId, about: false })
      this.closeRead(tag)
    }
    this.#open.set(tag, notice)
  }
}
