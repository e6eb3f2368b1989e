import { readSettings } from './settings.ts'
import { openWidget } from './widget.ts'

const MARK = 'data-qiao-widget'

/** One script tag: `<script src="https://qiao.example.com/widget.js" data-community="demo" async></script>`. */
const script = document.currentScript
if (script instanceof HTMLScriptElement && script.src && !document.querySelector(`[${MARK}]`)) {
  const host = document.createElement('div')
  host.setAttribute(MARK, '')
  const start = () => {
    document.body.append(host)
    openWidget(host, readSettings(script))
  }
  if (document.body) start()
  else document.addEventListener('DOMContentLoaded', start, { once: true })
}
