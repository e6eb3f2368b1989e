export interface PlateSpan {
  plate: string
  start: number
  end: number
}

/** GA 36-2018: province, authority's letter, five signs (six with new energy), no I and no O. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[A-HJ-Z][\s·.・•-]?(?=[A-Z0-9]{0,5}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳领使](?![A-Z0-9])/gi

/** Number plates of mainland China in the text, which is folded in place. */
export function plateSpans(text: string): PlateSpan[] {
  return [...text.matchAll(PLATE)].map((match) => ({
    plate: match[0].replace(/[\s·.・•-]/g, '').toUpperCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
