import type { DraftVerdict, TestLine } from '../../../../bot/types.ts'
import { useReading, useSurroundings } from '../../surroundings.ts'

/** What the check said: what is wrong, or both models side by side. */
export function Verdict({ verdict: { findings, comparison } }: { verdict: DraftVerdict }) {
  const { words, language } = useReading()
  const text = words.learning.knowledge
  return (
    <section class="panel-part" aria-label={text.check}>
      <h3>{findings.length ? text.findings : text.clean}</h3>
      {findings.length > 0 && (
        <ul class="findings">
          {findings.map(({ where, what, zh }) => (
            <li key={`${where} ${what}`}>{language === 'zh' ? zh : what}</li>
          ))}
        </ul>
      )}
      {comparison && (
        <>
          <div class="side-by-side">
            <Bar label={text.now} right={comparison.before} all={comparison.tests} />
            <Bar label={text.withDraft} right={comparison.after} all={comparison.tests} />
          </div>
          <p class={comparison.fell ? 'strip' : 'soft'}>{comparison.fell ? text.fell : text.held}</p>
          <Lines title={text.lost} lines={comparison.lost} />
          <Lines title={text.won} lines={comparison.won} />
        </>
      )}
    </section>
  )
}

function Bar({ label, right, all }: { label: string; right: number; all: number }) {
  const { words } = useReading()
  return (
    <div>
      <b>{label}</b>
      <meter min={0} max={all} value={right} aria-label={label} />
      <span class="small">{words.learning.knowledge.rightOf(right, all)}</span>
    </div>
  )
}

function Lines({ title, lines }: { title: string; lines: TestLine[] }) {
  const { words } = useReading()
  const { intentTitle } = useSurroundings()
  if (!lines.length) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul class="test-lines">
        {lines.map(({ text, want, got }) => (
          <li key={text}>
            {text}{' '}
            <span class="soft small">{words.learning.knowledge.goesTo(intentTitle(want), intentTitle(got))}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
