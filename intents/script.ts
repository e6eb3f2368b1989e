import stcasc from 'switch-chinese'
import { recent } from '../bot/recent.ts'

const converter = stcasc()

/** Several readers of one message ask for the same. */
const KEPT = 100

/** Traditional characters folded to simplified; everything else stays as it is. */
export const toSimplified = recent(KEPT, (text: string): string => converter.simplized(text))

/** Simplified characters to traditional, for owners who write so. */
export const toTraditional = (text: string): string => converter.traditionalized(text)
