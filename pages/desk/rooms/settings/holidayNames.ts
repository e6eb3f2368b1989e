/** The public holidays of China; another name is typed in both languages. */
export const HOLIDAY_NAMES = [
  { zh: '元旦', en: 'New Year' },
  { zh: '春节', en: 'Spring Festival' },
  { zh: '清明', en: 'Qingming' },
  { zh: '劳动节', en: 'Labour Day' },
  { zh: '端午', en: 'Dragon Boat Festival' },
  { zh: '中秋', en: 'Mid-Autumn' },
  { zh: '国庆', en: 'National Day' },
] as const

export const knownName = (zh: string) => HOLIDAY_NAMES.find((name) => name.zh === zh.trim())
