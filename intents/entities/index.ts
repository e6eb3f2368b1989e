import type { Entities, FindEntities } from '../../bot/types.ts'
import { findHome } from './home.ts'
import { foldInPlace, LONGEST_SEARCHED } from './inPlace.ts'
import { phoneSpans } from './phone.ts'
import { findPlace } from './place.ts'
import { plateSpans } from './plate.ts'
import { findWhen } from './when.ts'

export { formatHome } from './format.ts'
export { maskNumbers, maskPersonal, type NumberInText } from './mask.ts'

/** All phones of a text: their digits, without the country's. */
export const phonesIn = (text: string): string[] => phoneSpans(foldInPlace(text)).map(({ digits }) => digits)

/** Home, phone, time, place and plate in what the owner wrote; what is not said is left out. */
export const findEntities: FindEntities = (text) => {
  const original = text.slice(0, LONGEST_SEARCHED)
  const folded = foldInPlace(original)
  const phone = phoneSpans(folded)[0]
  const plate = plateSpans(folded)[0]
  const rest = blank(folded, [...phoneSpans(folded), ...plateSpans(folded)])
  const found: { [Key in keyof Entities]: Entities[Key] | undefined } = {
    home: findHome(rest),
    phone: phone?.digits,
    when: findWhen(rest, original),
    place: findPlace(rest, original),
    plate: plate?.plate,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** What was read as a phone or a plate is not read again as a home or a time. */
function blank(text: string, spans: { start: number; end: number }[]): string {
  let result = text
  for (const { start, end } of spans) result = result.slice(0, start) + '·'.repeat(end - start) + result.slice(end)
  return result
}
