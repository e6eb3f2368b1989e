import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const LOOKS = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
] as const

/** Whatever moves to an end has come to it. */
export const SETTLED = `Promise.all(document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished.catch(() => undefined))).then(() => undefined)`

/** What axe finds serious or critical on the page as it stands, in light and in dark: rule, and where. */
export async function barriers(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const { name, colorScheme } of LOOKS) {
    // Without motion no colour is caught on its way to another.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(SETTLED)
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      const what = (node: (typeof nodes)[number]) =>
        node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message
      found.push(...nodes.slice(0, 4).map((node) => `${name} ${id}: ${node.target.join(' ')} (${what(node) ?? ''})`))
    }
  }
  return found
}
