import type { Rule } from '../types.ts'
import { dates } from './dates.ts'
import { guarantees } from './guarantees.ts'
import { money } from './money.ts'

/** The same kinds in English. */
export const english: Rule[] = [...dates, ...money, ...guarantees]
