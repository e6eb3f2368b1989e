const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** A number up to 999 in Chinese or Arabic writing, with a letter after or instead of it (3, 十五, 3A, B). */
export const NUMBER = '(?:\\d{1,3}[A-Za-z]?(?![A-Za-z\\d])|[一二两三四五六七八九十百零〇]{1,5})'

/** In Arabic digits, without leading zeros, letters upper case: 十五 → 15, 一五零二 → 1502, 03 → 3, 3a → 3A. */
export function arabic(written: string): string {
  if (/^[\dA-Za-z]+$/.test(written)) return written.replace(/^0+(?=\d)/, '').toUpperCase()
  if (!/[十百]/.test(written)) return [...written].map((digit) => DIGITS[digit] ?? '').join('')
  return String(tensAndHundreds(written))
}

function tensAndHundreds(written: string): number {
  let total = 0
  let pending: number | undefined
  for (const sign of written) {
    if (sign === '百') total += (pending ?? 1) * 100
    else if (sign === '十') total += (pending || 1) * 10
    pending = sign === '百' || sign === '十' ? undefined : DIGITS[sign]
  }
  return total + (pending ?? 0)
}
