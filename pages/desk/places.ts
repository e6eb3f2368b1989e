import type { Home } from '../../bot/types.ts'
import type { Language } from '../shared/language.ts'

/** A place as clerks read it: 3栋2单元501. `everywhere` stands for the whole compound. */
export function placeOf({ building, unit, floor, room }: Home, everywhere: string, language: Language): string {
  const parts =
    language === 'zh'
      ? [building && `${building}栋`, unit && `${unit}单元`, room ?? (floor && `${floor}楼`)]
      : [building && `Building ${building}`, unit && `unit ${unit}`, room ?? (floor && `floor ${floor}`)]
  return parts.filter(Boolean).join(language === 'zh' ? '' : ', ') || everywhere
}

/** An ISO date is a calendar day wherever the reader sits, not midnight in Greenwich. */
export const localDay = (day: string): Date => new Date(`${day}T00:00`)

/** Today's ISO date where the reader sits. */
export function today(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
