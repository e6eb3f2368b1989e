/**
 * Some phones lay the keyboard over the page instead of making it smaller; then the box would be under it. The page is
 * as high as what can be seen.
 */
export function followKeyboard(): void {
  const viewport = window.visualViewport
  if (!viewport) return
  const follow = () => {
    // Zoomed in, the visible part says nothing about the keyboard.
    if (viewport.scale > 1) return
    document.documentElement.style.setProperty('--visible-height', `${viewport.height}px`)
    window.scrollTo(0, 0)
  }
  viewport.addEventListener('resize', follow)
}
