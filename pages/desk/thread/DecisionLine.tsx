import { useReading, useSurroundings } from '../surroundings.ts'
import type { Decision } from './entries.ts'

/** 识别：漏水 0.91 → 开工单 #1024 */
export function DecisionLine({ decision: { classification, rule, did } }: { decision: Decision }) {
  const { words, language } = useReading()
  const { intentTitle } = useSurroundings()
  const parts = did.map(({ action, workOrder }) =>
    workOrder ? `${words.actions[action]} #${workOrder}` : words.actions[action],
  )
  const seen =
    rule === undefined
      ? classification && `${intentTitle(classification.intent)} ${classification.confidence.toFixed(2)}`
      : [words.byRule, rule && intentTitle(rule)].filter(Boolean).join(' · ')
  return (
    <li class="decision">
      {words.recognised}
      {language === 'zh' ? '：' : ': '}
      {seen}
      {parts.length > 0 && ` → ${parts.join(language === 'zh' ? '，' : ', ')}`}
    </li>
  )
}
