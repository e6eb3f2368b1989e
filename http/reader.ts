import type { Request } from 'express'
import type { Locale } from '../bot/types.ts'

/** Traditional characters are read in Hong Kong and Macau too. */
const READ: [tag: RegExp, locale: Locale][] = [
  [/^zh-(hant|tw|hk|mo)\b/i, 'zh-TW'],
  [/^zh\b/i, 'zh'],
  [/^en\b/i, 'en'],
]

/** The language that whoever calls reads, by `Accept-Language`; Chinese where it names none of ours. */
export function readerOf(request: Request): Locale {
  for (const tag of request.acceptsLanguages()) {
    const known = READ.find(([pattern]) => pattern.test(tag))
    if (known) return known[1]
  }
  return 'zh'
}
