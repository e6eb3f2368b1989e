/*
 * PostgreSQL refuses NUL in text, and half of a surrogate pair is lost on the way into any database. Both may stand in
 * what others send, such as an id of their own, and what was sent is what must come back. So they are kept as an
 * escape: the noncharacter U+FFFE, which no text has, and four hex digits. The same in each dialect, so that the
 * record can be moved from one to the other.
 */
const ESCAPE = '\ufffe'
const SUSPECT = /[\0\ufffe\ud800-\udfff]/
const UNKEPT = /[\0\ufffe]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ESCAPED = /\ufffe([0-9a-f]{4})/g

/** The text as every database keeps it. */
export function kept(text: string): string {
  if (!SUSPECT.test(text)) return text
  return text.replace(UNKEPT, (sign) => ESCAPE + sign.charCodeAt(0).toString(16).padStart(4, '0'))
}

/** The text as it was given to `kept`. */
export function given(text: string): string {
  if (!text.includes(ESCAPE)) return text
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Values of a query; only texts change. */
export function keptValues(values: readonly unknown[]): unknown[] {
  return values.map((value) => (typeof value === 'string' ? kept(value) : value))
}

/** The row itself, with its texts as they were given. */
export function givenRow<T>(row: T): T {
  const columns = row as Record<string, unknown>
  for (const name in columns) {
    const value = columns[name]
    if (typeof value === 'string' && value.includes(ESCAPE)) columns[name] = given(value)
  }
  return row
}
