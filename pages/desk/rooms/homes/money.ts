import { useReading } from '../../surroundings.ts'

/** Sums in fen (1/100 yuan) as the reader writes them. */
export function useMoney() {
  const { words, language } = useReading()
  const { money, paidAhead } = words.rooms.homes
  const sum = (fen: number) =>
    money((fen / 100).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { minimumFractionDigits: 2 }))
  return { sum, owed: (fen: number) => (fen < 0 ? paidAhead(sum(-fen)) : sum(fen)) }
}
