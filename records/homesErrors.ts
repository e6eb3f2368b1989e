import type { RowError, Words } from '../bot/types.ts'

export type Wrong =
  | 'header'
  | 'home'
  | 'phone'
  | 'date'
  | 'money'
  | 'period'
  | 'sum'
  | 'twice'
  | 'formula'
  | 'orders_header'
  | 'number'
  | 'opened'
  | 'where'

/** What is wrong and what would be right. The cell itself isn't repeated: it may be somebody's phone. */
const WORDS: Record<Wrong, { wrong: Words; right: Words }> = {
  header: {
    wrong: { zh: '没有找到表头', en: 'no row of headers was found' },
    right: {
      zh: '前十行里要有一行列名，至少有房号（或“3-2-501”这样的房屋名称）和另外一列',
      en: 'one of the first ten rows names the columns: a room (or a home such as 3-2-501) and one more',
    },
  },
  orders_header: {
    wrong: { zh: '没有找到表头', en: 'no row of headers was found' },
    right: {
      zh: '前十行里要有一行列名，至少有工单号和另外一列',
      en: 'one of the first ten rows names the columns: the number of the order and one more',
    },
  },
  number: {
    wrong: { zh: '没有工单号，或太长', en: 'there is no number, or it is too long' },
    right: { zh: '写原系统里的工单号，40 个字以内', en: 'the number in the earlier system, at most 40 characters' },
  },
  opened: {
    wrong: { zh: '没写哪天登记的', en: 'it does not say when it was filed' },
    right: { zh: '写成 2024-06-28', en: 'write 2024-06-28' },
  },
  where: {
    wrong: { zh: '看不出是哪一户或哪个位置', en: 'it says neither which home nor which place' },
    right: {
      zh: '写房号（3-2-501），公共区域写位置',
      en: 'the home (3-2-501), or the place where it is of common parts',
    },
  },
  home: {
    wrong: { zh: '看不出是哪一户', en: 'it does not say which home' },
    right: {
      zh: '楼栋和房号都要有，比如 3 和 501，或 3-2-501、3栋2单元501',
      en: 'building and room, such as 3 and 501, or 3-2-501',
    },
  },
  phone: {
    wrong: { zh: '电话号码不对', en: 'it is no phone number' },
    right: {
      zh: '11 位手机号，或带区号的座机；几个号码用顿号或逗号隔开',
      en: '11 digits, or a land line with its area code; several are parted by commas',
    },
  },
  date: {
    wrong: { zh: '日期不对', en: 'it is no date' },
    right: { zh: '写成 2024-06-28', en: 'write 2024-06-28' },
  },
  money: {
    wrong: { zh: '金额不对', en: 'it is no sum' },
    right: { zh: '只写数字，最多两位小数，比如 1234.50', en: 'digits with at most two decimals, such as 1234.50' },
  },
  period: {
    wrong: { zh: '没写是哪个月的', en: 'it does not say for which month' },
    right: { zh: '写成 2026-01，或 2026-01~2026-03', en: 'write 2026-01, or 2026-01~2026-03' },
  },
  sum: {
    wrong: { zh: '应收减已收不等于欠费', en: 'charged less paid is not what is owed' },
    right: { zh: '三个数对得上，或只留其中两列', en: 'three sums that agree, or two of the columns' },
  },
  twice: {
    wrong: { zh: '同一项写了两次，数不一样', en: 'the same thing stands twice with other values' },
    right: { zh: '只留对的那一行', en: 'keep the row that is right' },
  },
  formula: {
    wrong: { zh: '这是公式，不会去算它', en: 'it is a formula, which is not computed' },
    right: { zh: '粘贴为数值再导入', en: 'paste it as a value' },
  },
}

/** `firstRow`: where the same thing stood first. */
export function sayWrong(wrong: Wrong, row: number, column: string, firstRow?: number): RowError {
  const words = WORDS[wrong]
  if (firstRow === undefined) return { row, column, ...words }
  const at = { zh: `${words.wrong.zh}（第 ${firstRow} 行已有）`, en: `${words.wrong.en} (first in row ${firstRow})` }
  return { row, column, wrong: at, right: words.right }
}
