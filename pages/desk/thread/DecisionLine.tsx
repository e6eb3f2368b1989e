import { useReading, useSurroundings } from '../surroundings.ts'
import type { Decision } from './entries.ts'

/** 识别：漏水 0.91 → 开工单 #1024 */
export function DecisionLine({ decision: { classification, rule, continued, did } }: { decision: Decision }) {
  const { words, language } = useReading()
  const { intentTitle } = useSurroundings()
  const parts = did.map(({ action, workOrder }) =>
    workOrder ? `${words.actions[action]} #${workOrder}` : words.actions[action],
  )
  const colon = language === 'zh' ? '：' : ': '
  const seen = () => {
    if (rule !== undefined) return [words.byRule, rule && intentTitle(rule)].filter(Boolean).join(' · ')
    if (continued) return intentTitle(continued)
    return classification && `${intentTitle(classification.intent)} ${classification.confidence.toFixed(2)}`
  }
  return (
    <li class="decision">
      {rule === undefined && continued ? words.continued : words.recognised}
      {colon}
      {seen()}
      {parts.length > 0 && ` → ${parts.join(language === 'zh' ? '，' : ', ')}`}
    </li>
  )
}
