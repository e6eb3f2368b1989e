import type { OwnerLanguage } from '../../shared/languages.ts'
import { useWords } from '../words.ts'

const zh = {
  typing: (who: string) => `${who}正在输入`,
  passedOn: '已转给客服',
  ahead: (n: number) => `前面 ${n} 位`,
  firstInLine: '您排第一位',
  expected: (minutes: number) => `大约 ${minutes} 分钟`,
  heldBy: (name: string) => `客服 ${name} 在处理，机器人不插话`,
  heldBySomeone: '客服在处理，机器人不插话',
  opensAt: (when: string) => `${when} 开始有人回`,
  comma: '，',
}

const en: typeof zh = {
  typing: (who) => `${who} is typing`,
  passedOn: 'Passed to our staff',
  ahead: (n) => `${n} before you`,
  firstInLine: 'you are first in line',
  expected: (minutes) => `about ${minutes} min`,
  heldBy: (name) => `${name} is on it; the bot keeps quiet`,
  heldBySomeone: 'Our staff are on it; the bot keeps quiet',
  opensAt: (when) => `people answer from ${when}`,
  comma: ', ',
}

const tw: typeof zh = {
  typing: (who) => `${who}正在輸入`,
  passedOn: '已轉給客服',
  ahead: (n) => `前面 ${n} 位`,
  firstInLine: '您排第一位',
  expected: (minutes) => `大約 ${minutes} 分鐘`,
  heldBy: (name) => `客服 ${name} 在處理，機器人不插話`,
  heldBySomeone: '客服在處理，機器人不插話',
  opensAt: (when) => `${when} 開始有人回`,
  comma: '，',
}

/** What is said of who writes and who waits. */
export const SIGN_WORDS: Record<OwnerLanguage, typeof zh> = { zh, en, 'zh-TW': tw }

export type SignWords = typeof zh

export const useSignWords = () => SIGN_WORDS[useWords().language]
