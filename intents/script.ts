import stcasc from 'switch-chinese'

const converter = stcasc()

/** Traditional characters folded to simplified; everything else stays as it is. */
export const toSimplified = (text: string): string => converter.simplized(text)

/** Simplified characters to traditional, for owners who write so. */
export const toTraditional = (text: string): string => converter.traditionalized(text)
