import '../tokens.css'
import './styles/page.css'
import './styles/head.css'
import './styles/log.css'
import './styles/typing.css'
import './styles/welcome.css'
import './styles/cards.css'
import './styles/status.css'
import './styles/responsibility.css'
import './styles/workOrder.css'
import './styles/emergency.css'
import './styles/mine.css'
import './styles/foot.css'
import './styles/attachments.css'
import './styles/largeText.css'
import './styles/contrast.css'
import { render } from 'preact'
import { keepLanguage, startLanguage } from '../shared/language.ts'
import { App } from './App.tsx'
import { startContrast } from './contrast.ts'
import { Kept } from './model/kept.ts'
import { OwnerSession } from './model/session.ts'
import { startTextSize } from './textSize.ts'
import { followKeyboard } from './visibleHeight.ts'

const address = new URLSearchParams(location.search)
/** The widget names the compound; without it the installation's first one answers. */
const community = address.get('community') ?? undefined
const language = startLanguage()

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
void session.open()

const root = document.getElementById('app')
if (root) render(<App session={session} kept={kept} startLanguage={language} />, root)
