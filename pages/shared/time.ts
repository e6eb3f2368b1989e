import { type Language, type OwnerLanguage, LANGUAGE_TAGS as TAGS } from './languages.ts'

/** The hour and minute in the reader's time zone: 9:10. */
export function clockTime(when: Date, language: OwnerLanguage): string {
  return when.toLocaleTimeString(TAGS[language], { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })
}

/** 今天 / 昨天 / 明天 with the time, the weekday within a week ahead, else the date: 9月2日 9:10. */
export function dayAndTime(when: Date, now: Date, language: OwnerLanguage): string {
  return `${dayName(when, now, language)} ${clockTime(when, language)}`
}

/** As `dayAndTime`, but today without its name. */
export function shortTime(when: Date, now: Date, language: OwnerLanguage): string {
  return daysBetween(now, when) === 0 ? clockTime(when, language) : dayAndTime(when, now, language)
}

export function dayName(when: Date, now: Date, language: OwnerLanguage): string {
  const days = daysBetween(now, when)
  const near = new Map(
    language !== 'en'
      ? [
          [-1, '昨天'],
          [0, '今天'],
          [1, '明天'],
        ]
      : [
          [-1, 'yesterday'],
          [0, 'today'],
          [1, 'tomorrow'],
        ],
  ).get(days)
  if (near) return near
  const sameYear = when.getFullYear() === now.getFullYear()
  return when.toLocaleDateString(TAGS[language], {
    month: language !== 'en' ? 'long' : 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
    ...(days > 1 && days < 7 ? { weekday: 'short' } : {}),
  })
}

/** How long something has lasted, in its largest unit: 45 秒, 6 分钟, 2 小时, 3 天. Never negative. */
export function lasting(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [amount, zh, en] =
    seconds < 60
      ? ([seconds, '秒', ' s'] as const)
      : seconds < 3600
        ? ([Math.floor(seconds / 60), '分钟', ' min'] as const)
        : seconds < 86_400
          ? ([Math.floor(seconds / 3600), '小时', ' h'] as const)
          : ([Math.floor(seconds / 86_400), '天', ' d'] as const)
  return language === 'zh' ? `${amount} ${zh}` : `${amount}${en}`
}

/** Calendar days from `from` to `to` in the reader's time zone. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(to) - midnight(from)) / 86_400_000)
}
