import '../tokens.css'
import './styles/page.css'
import './styles/head.css'
import './styles/log.css'
import './styles/welcome.css'
import './styles/cards.css'
import './styles/emergency.css'
import './styles/foot.css'
import { render } from 'preact'
import { keepLanguage, startOwnerLanguage } from '../shared/language.ts'
import { App } from './App.tsx'
import { startContrast, wantsContrast } from './contrast.ts'
import { Kept } from './model/kept.ts'
import { OwnerSession } from './model/session.ts'
import { NoWords } from './NoWords.tsx'
import { startTextSize } from './textSize.ts'
import { fetchRest } from './useRest.ts'
import { followKeyboard } from './visibleHeight.ts'
import { loadWords } from './words.ts'

const address = new URLSearchParams(location.search)
/** The widget names the compound; without it the installation's first one answers. */
const community = address.get('community') ?? undefined
const language = startOwnerLanguage()

keepLanguage(language)
startTextSize()
startContrast()
followKeyboard()

const kept = new Kept(community)
const session = new OwnerSession(kept, language, community)
window.addEventListener('offline', () => session.networkGone())
window.addEventListener('online', () => session.networkBack())
if (window.parent !== window) {
  document.addEventListener('keydown', ({ key, isComposing }) => {
    // Says no more than that; who may be the frame's site, the page's policy decides.
    if (key === 'Escape' && !isComposing) window.parent.postMessage('qiao:close', '*')
  })
}
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void session.refreshCommunity()
})
const root = document.getElementById('app')
if (root) void start(root)

/**
 * Who was here before has a conversation to be drawn with everything, and who needs strong contrast gets nothing without;
 * who comes for the first time is greeted first.
 */
async function start(root: HTMLElement): Promise<void> {
  const drawn = kept.access || wantsContrast() ? fetchRest().catch(() => undefined) : undefined
  void session.open()
  try {
    const [told] = await Promise.all([loadWords(language), drawn])
    render(<App session={session} kept={kept} startTold={told} />, root)
  } catch {
    render(<NoWords />, root)
  }
}
