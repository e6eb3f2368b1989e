/** A piece of a text: words, or something to tap. */
export type Part = { kind: 'text'; text: string } | { kind: 'phone' | 'link'; text: string; href: string }

const LINK = String.raw`https?:\/\/[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+`
/** Mobile phones, land lines with area code, 400 and 800 numbers, 955xx and 12xxx hotlines, 110, 119, 120, 122. */
const PHONE = String.raw`(?:1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4}|0\d{2,3}[ -]?\d{3,4}[ -]?\d{4}|[48]00[ -]?\d{3}[ -]?\d{4}|95\d{3}|12\d{3}|11[09]|12[02])(?![\dA-Za-z%]|[-./]\d)`
/** Digits behind these belong to something longer: an amount, a home, a number plate. */
const GOES_ON = /[\d\-.#/A-Za-z]$/
/** Digits before these count something. */
const COUNTS = /^\s*(?:元|块|天|日|月|年|个|次|户|平|㎡|号楼|栋|室|小时|分钟|yuan|days?|m²)/

const PATTERN = new RegExp(`${LINK}|${PHONE}`, 'g')

/** Splits a text so that phones and links can be tapped without putting it in as HTML. */
export function textParts(text: string): Part[] {
  const parts: Part[] = []
  let done = 0
  for (const match of text.matchAll(PATTERN)) {
    const found = match[0].startsWith('http') ? withoutEnd(match[0]) : match[0]
    const end = match.index + found.length
    const isLink = found.startsWith('http')
    if (!isLink && (GOES_ON.test(text.slice(0, match.index)) || COUNTS.test(text.slice(end)))) continue
    if (match.index > done) parts.push({ kind: 'text', text: text.slice(done, match.index) })
    parts.push(
      isLink ? { kind: 'link', text: found, href: found } : { kind: 'phone', text: found, href: phoneHref(found) },
    )
    done = end
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) })
  return parts
}

/**
 * A link without the punctuation of the sentence that it ends. Not by a pattern: one that takes time in proportion to the
 * text would have to look behind, which Safari before 16.4 cannot read, and then it reads nothing of the page.
 */
function withoutEnd(link: string): string {
  let end = link.length
  while (".,;:!?'".includes(link.charAt(end - 1))) end -= 1
  return link.slice(0, end)
}

/** `tel:` address of a phone as people write it. */
export const phoneHref = (number: string) => `tel:${number.replace(/[^\d+]/g, '')}`
