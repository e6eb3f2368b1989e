import type { OwnerLanguage } from '../../shared/languages.ts'
import { useWords } from '../words.ts'

const zh = {
  rate: '这次客服办得怎么样？',
  scores: ['很不满意', '不满意', '一般', '满意', '很满意'],
  rateComment: '想说的话（可不填）',
  rateSend: '提交评价',
  rateThanks: '收到了，谢谢。',
  rateFailed: '没提交上，请再点一次。',
  close: '关闭',
}

const en: typeof zh = {
  rate: 'How did our staff do?',
  scores: ['very poor', 'poor', 'fair', 'good', 'very good'],
  rateComment: 'Anything to add (optional)',
  rateSend: 'Send rating',
  rateThanks: 'Received, thank you.',
  rateFailed: 'It was not sent; please tap again.',
  close: 'Close',
}

const tw: typeof zh = {
  rate: '這次客服處理得怎麼樣？',
  scores: ['很不滿意', '不滿意', '普通', '滿意', '很滿意'],
  rateComment: '想說的話（可不填）',
  rateSend: '送出評價',
  rateThanks: '收到了，謝謝。',
  rateFailed: '沒送出去，請再點一次。',
  close: '關閉',
}

/** What the rating says. */
export const RATING_WORDS: Record<OwnerLanguage, typeof zh> = { zh, en, 'zh-TW': tw }

export type RatingWords = typeof zh

export const useRatingWords = () => RATING_WORDS[useWords().language]
