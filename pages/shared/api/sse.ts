/** One server-sent event. */
export interface ServerEvent {
  event: string
  data: string
  id?: string
}

/**
 * Reads server-sent events from pieces of text that are cut anywhere.
 * After the WHATWG's “Server-sent events”, 9.2.6; `retry` is not used.
 */
export function sseReader(onEvent: (event: ServerEvent) => void): (piece: string) => void {
  let rest = ''
  let event = ''
  let data: string[] = []
  let id: string | undefined
  const dispatch = () => {
    if (data.length) onEvent({ event: event || 'message', data: data.join('\n'), ...(id === undefined ? {} : { id }) })
    event = ''
    data = []
    id = undefined
  }
  const field = (line: string) => {
    const colon = line.indexOf(':')
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (name === 'event') event = value
    else if (name === 'data') data.push(value)
    else if (name === 'id') id = value
  }
  return (piece) => {
    const text = rest + piece
    // A carriage return at the end may be half of a line break.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text
    const lines = whole.split(/\r\n|\r|\n/)
    rest = (lines.pop() ?? '') + text.slice(whole.length)
    for (const line of lines) {
      if (line === '') dispatch()
      else field(line)
    }
  }
}
