const FONT =
  'font:600 17px/1.3 system-ui,"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;'
const TEAL = '#0f766e'

/** Above whatever the host page has. */
const OVER = 'position:fixed;z-index:2147483000;'

export const BUTTON = `${OVER}${FONT}right:16px;bottom:16px;min-width:64px;min-height:56px;padding:8px 20px;border:2px solid #fff;border-radius:28px;background:${TEAL};color:#fff;cursor:pointer;box-shadow:0 4px 20px rgba(0,0,0,.25);`

export const PANEL = `${OVER}display:flex;flex-direction:column;right:16px;bottom:16px;width:400px;height:680px;max-width:calc(100vw - 32px);max-height:calc(100vh - 32px);overflow:hidden;border:1px solid #8a857b;border-radius:12px;background:#fff;box-shadow:0 4px 20px rgba(0,0,0,.25);`

/** Added on a phone. */
export const PANEL_NARROW =
  'right:0;bottom:0;left:0;top:0;width:auto;height:auto;max-width:none;max-height:none;border:0;border-radius:0;'

export const HEAD = `display:flex;flex:none;justify-content:space-between;background:${TEAL};`

const HEAD_ENTRY = `${FONT}display:flex;align-items:center;min-height:48px;padding:0 16px;border:0;background:none;color:#fff;`

export const LINK = `${HEAD_ENTRY}font-weight:400;`

export const CLOSE = `${HEAD_ENTRY}cursor:pointer;`

export const FRAME = 'flex:1;min-height:0;width:100%;border:0;background:#f5f3ef;'
