import type { Settings } from './settings.ts'
import { BUTTON, CLOSE, FRAME, HEAD, LINK, PANEL, PANEL_NARROW } from './styles.ts'

/** Below this width the panel takes the whole screen. Pixels. */
const NARROW = '(max-width: 520px)'

const ZH = { open: '问物业', title: '物业小桥', close: '关闭', apart: '单独打开' }
const EN: typeof ZH = { open: 'Ask us', title: 'Qiao', close: 'Close', apart: 'Own page' }

/** A button that opens the owner page in a frame, behind a shadow root: neither page's style reaches the other. */
export function openWidget(host: HTMLElement, { origin, page, english }: Settings): void {
  const words = english ? EN : ZH
  const root = host.attachShadow({ mode: 'open' })
  const button = made('button', BUTTON, words.open)
  button.type = 'button'
  button.setAttribute('aria-haspopup', 'dialog')
  const panel = panelOf(words, page)
  const narrow = window.matchMedia(NARROW)
  let frame: HTMLIFrameElement | undefined
  const show = () => {
    frame = frame ?? frameOf(words.title, page)
    if (!frame.isConnected) panel.box.append(frame)
    panel.box.style.cssText = narrow.matches ? PANEL + PANEL_NARROW : PANEL
    button.style.display = 'none'
    panel.close.focus()
  }
  const hide = () => {
    panel.box.style.display = 'none'
    button.style.display = ''
    button.focus()
  }
  panel.box.style.display = 'none'
  button.addEventListener('click', show)
  panel.close.addEventListener('click', hide)
  panel.box.addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
  window.addEventListener('message', (event) => {
    if (event.origin === origin && event.source === frame?.contentWindow && event.data === 'qiao:close') hide()
  })
  // Not addEventListener, which older WebKits do not have here.
  narrow.addListener(() => panel.box.style.display !== 'none' && show())
  root.append(button, panel.box)
}

function panelOf(words: typeof ZH, page: string): { box: HTMLElement; close: HTMLButtonElement } {
  const box = made('div', PANEL)
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', words.title)
  const head = made('div', HEAD)
  // Where the host page's policy refuses the frame, this is the way.
  const apart = made('a', LINK, words.apart)
  apart.href = page
  apart.target = '_blank'
  apart.rel = 'noopener'
  const close = made('button', CLOSE, words.close)
  close.type = 'button'
  head.append(apart, close)
  box.append(head)
  return { box, close }
}

function frameOf(title: string, page: string): HTMLIFrameElement {
  const frame = made('iframe', FRAME)
  frame.title = title
  frame.src = page
  return frame
}

/** Styled by property: a strict policy of the host page allows that, and no style element. */
function made<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, style: string, text = ''): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.style.cssText = style
  element.textContent = text
  return element
}
