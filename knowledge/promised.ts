/** Phrases that an answer in a file may not hold, since no record stands behind a file. */

const DATES =
  /(明天|后天|下周|下个?月|月底前?|年底前?|这两天|过两天|[\d一二三两四五六七八九十]+\s*(天|小时|分钟|个工作日)(之?内|后(?:到|给|来|修|好|通))|马上(就)?(到|来|好|通)|尽快|within \d+ (minutes?|hours?|days?)|(by|until) (tomorrow|next week|the end of)|right away|as soon as possible)/gi
const AMOUNTS = /((?:¥|￥)\s*\d+|\d+(?:\.\d+)?\s*(?:元|块钱?|yuan)(?!\/)|打\d折|\d+% off)/gi
const ADDRESSED = /(请?联系|请?咨询|contact)(相关部门|有关部门|the (department|authorities) concerned)/gi

/** Dates and times ahead that are named as if they were known. */
export const datesAhead = (text: string): string[] => found(DATES, text)
/** Sums of money and discounts. */
export const amounts = (text: string): string[] => found(AMOUNTS, text)
/** “Contact the department concerned”. */
export const addressed = (text: string): string[] => found(ADDRESSED, text)

const found = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map((match) => match[0])
