import type { Locator, Page } from 'playwright-core'

/** Milliseconds a key, as of somebody who types a lot. */
export const KEY_MS = 60
/** Of a Chinese character: two to three letters of pinyin. */
export const CHARACTER_MS = 3 * KEY_MS
/** Seconds that a person needs to find and touch a thing, and to take in what stands there: the keystroke-level model of Card, Moran and Newell. */
const TOUCH_S = 1.1
const THOUGHT_S = 1.35

/**
 * Somebody at a phone. Keys go in at a person's pace; touches, swipes and moments of thought are counted, and stand in
 * the sum for as long as a person needs for them, so that it is the same on a slow machine.
 */
export class Hand {
  readonly #page: Page
  readonly #started = performance.now()
  #touches = 0
  #thoughts = 0
  #keysMs = 0

  constructor(page: Page) {
    this.#page = page
  }

  /** Swipes there first where it lies out of sight, a screen at a time. */
  async touch(target: Locator): Promise<void> {
    await target.waitFor()
    this.#touches += 1 + (await this.#swipesTo(target))
    await target.click()
  }

  /** What stands in the field goes: a long touch, and one on what then is offered. */
  async touchAll(field: Locator): Promise<void> {
    await this.touch(field)
    this.#touches += 1
    await this.#page.keyboard.press('Control+a')
  }

  async types(text: string): Promise<void> {
    for (const sign of text) {
      const delay = /\p{Script=Han}/u.test(sign) ? CHARACTER_MS : KEY_MS
      this.#keysMs += delay
      await this.#page.keyboard.type(sign, { delay })
    }
  }

  /** From wherever it was copied: a long touch, and one on what then is offered. */
  async pastes(text: string): Promise<void> {
    this.#touches += 2
    await this.#page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
    await this.#page.keyboard.press('Control+v')
  }

  /** Looks whether it stands there, and takes it in. */
  async sees(what: Locator): Promise<void> {
    await what.waitFor()
    this.#thoughts += 1
  }

  /** Seconds that the steps take a person, and in words with what the page made them wait on this machine. */
  sum(): { seconds: number; told: string } {
    const keys = this.#keysMs / 1000
    const seconds = keys + this.#touches * TOUCH_S + this.#thoughts * THOUGHT_S
    const waited = (performance.now() - this.#started) / 1000 - keys
    const steps = `${this.#touches} touches, ${this.#thoughts} looks, ${keys.toFixed(1)} s of keys`
    return { seconds, told: `${seconds.toFixed(1)} s (${steps}) and ${waited.toFixed(1)} s of waiting for the page` }
  }

  async #swipesTo(target: Locator): Promise<number> {
    const box = await target.boundingBox()
    const screen = this.#page.viewportSize()
    if (!box || !screen) throw new Error('there is nothing to touch')
    const away = Math.max(0, box.y + box.height - screen.height, -box.y)
    return Math.ceil(away / screen.height)
  }
}
