import type { Settings } from '../../learningCalls.ts'

export type Holiday = Settings['holidays'][number]
/** Hours as they are typed. */
export interface Workday {
  day: string
  hours: string
}

/** Everything that the form holds, as it is typed. */
export interface SettingsDraft {
  facts: Record<string, { zh: string; en: string }>
  /** By weekday; what is not there was not touched. */
  hours: Record<string, string>
  quietHours: string
  precision: string
  holidays: Holiday[]
  workdays: Workday[]
  starters: string[]
  answerWithin: Record<keyof Settings['answerWithinMinutes'], string>
}

export function draftOf(settings: Settings): SettingsDraft {
  const { quietHours, precision, holidays, workdays, starters, answerWithinMinutes } = settings
  const { emergency, high, normal } = answerWithinMinutes
  return {
    ...{ facts: {}, hours: {}, quietHours, precision: String(precision), holidays, starters },
    workdays: workdays.map(({ day, hours }) => ({ day, hours: hours.join(', ') })),
    answerWithin: { emergency: String(emergency), high: String(high), normal: String(normal) },
  }
}

/** What is different from what is kept; empty where nothing is. */
export function changeOf(draft: SettingsDraft, settings: Settings): Record<string, unknown> {
  const before = wholeOf(draftOf(settings))
  const { facts, hours } = draft
  const changed = Object.entries(wholeOf(draft)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof before]),
  )
  return {
    ...(Object.keys(facts).length ? { facts } : {}),
    ...(Object.keys(hours).length
      ? { hours: Object.fromEntries(Object.entries(hours).map(([day, line]) => [day, spansOf(line)])) }
      : {}),
    ...Object.fromEntries(changed),
  }
}

function wholeOf({ quietHours, precision, holidays, workdays, starters, answerWithin }: SettingsDraft) {
  const { emergency, high, normal } = answerWithin
  return {
    quietHours,
    precision: Number(precision),
    holidays,
    workdays: workdays.map(({ day, hours }) => ({ day, hours: spansOf(hours) })),
    starters,
    answerWithinMinutes: { emergency: Number(emergency), high: Number(high), normal: Number(normal) },
  }
}

const SPAN = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/

/** As it is typed on phones too: with Chinese commas, colons and dashes. */
export const spansOf = (line: string): string[] =>
  line
    .replace(/：/g, ':')
    .replace(/[–—~～至到]/g, '-')
    .split(/[,，、;；\s]+/)
    .filter(Boolean)
    .map((span) => span.replace(/^(\d):/, '0$1:').replace(/-(\d):/, '-0$1:'))

/** Where there is a span that is none, or that ends before it begins. */
export function wrongHours(line: string): boolean {
  return spansOf(line).some((span) => !SPAN.test(span) || span.slice(0, 5) >= span.slice(6))
}

export const wrongHoliday = ({ from, to, name }: Holiday): boolean => !from || !to || from > to || !name.zh || !name.en

export const wrongWorkday = ({ day, hours }: Workday): boolean => !day || !spansOf(hours).length || wrongHours(hours)

/** Whether there is something that the server would refuse. */
export const isWrong = ({ holidays, workdays, hours, starters }: SettingsDraft): boolean =>
  holidays.some(wrongHoliday) ||
  workdays.some(wrongWorkday) ||
  Object.values(hours).some(wrongHours) ||
  new Set(starters).size < starters.length

export const replaced = <One>(list: readonly One[], index: number, one: One): One[] =>
  list.map((before, at) => (at === index ? one : before))

export const without = <One>(list: readonly One[], index: number): One[] => list.filter((_, at) => at !== index)
