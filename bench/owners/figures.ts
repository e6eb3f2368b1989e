import { EMERGENCY_INTENTS } from '../../bot/types.ts'
import type { Asked } from './ask.ts'

const EMERGENCIES = new Set<string>(EMERGENCY_INTENTS)
/** Actions that answer at once, without asking which of several is meant. */
const AT_ONCE = new Set(['answer', 'status', 'ask_slot', 'confirm', 'handoff', 'emergency', 'smalltalk', 'subscribed'])

/** Tables in Markdown: over all, emergencies, and by style. Shares of lines, `also` counting as right. */
export function figuresOf(asked: Asked[]): string {
  const inScope = asked.filter(({ intent }) => intent !== 'out_of_scope')
  const styles = [...new Set(asked.map(({ style }) => style))].sort()
  return [
    '| what | lines | share |',
    '| --- | --- | --- |',
    row('best intent right, in scope', inScope, (line) => accepts(line, line.best)),
    row('right among the first three, in scope', inScope, (line) =>
      line.topThree.some((intent) => accepts(line, intent)),
    ),
    row('answered at once', asked, answeredAtOnce),
    row('right among those answered at once', asked.filter(answeredAtOnce), (line) =>
      accepts(line, line.answered ?? line.best),
    ),
    row(
      'out of scope said to be so',
      asked.filter(({ intent }) => intent === 'out_of_scope'),
      (line) => line.action === 'out_of_scope',
    ),
    ...emergencyRows(asked),
    '',
    '| style | lines | best intent right | false alarms |',
    '| --- | --- | --- | --- |',
    ...styles.map((style) => styleRow(style, asked)),
  ].join('\n')
}

function styleRow(style: string, asked: Asked[]): string {
  const lines = asked.filter((line) => line.style === style)
  const right = row(
    style,
    lines.filter(({ intent }) => intent !== 'out_of_scope'),
    (line) => accepts(line, line.best),
  )
  return `${right} ${lines.filter(isHarmless).filter(alarmed).length} |`
}

function emergencyRows(asked: Asked[]): string[] {
  const real = asked.filter(({ intent }) => EMERGENCIES.has(intent))
  const none = asked.filter(isHarmless)
  return [
    row('emergencies that got the instruction', real, alarmed),
    row(
      'the same, all styles but trap',
      real.filter(({ style }) => style !== 'trap'),
      alarmed,
    ),
    row('false alarms among lines without an emergency', none, alarmed),
    ...EMERGENCY_INTENTS.map((id) =>
      row(`of them taken for ${id}`, none, (line) => alarmed(line) && line.answered === id),
    ),
    ...EMERGENCY_INTENTS.map((id) =>
      row(
        `instruction for ${id}`,
        real.filter(({ intent }) => intent === id),
        alarmed,
      ),
    ),
  ]
}

const accepts = ({ intent, also }: Asked, given: string): boolean => given === intent || also.includes(given)
const alarmed = ({ action }: Asked): boolean => action === 'emergency'
const isHarmless = ({ intent, also }: Asked): boolean => ![intent, ...also].some((id) => EMERGENCIES.has(id))
const answeredAtOnce = ({ action }: Asked): boolean => AT_ONCE.has(action)

function row(what: string, lines: Asked[], holds: (line: Asked) => boolean): string {
  const share = lines.length ? ((100 * lines.filter(holds).length) / lines.length).toFixed(1) : '–'
  return `| ${what} | ${lines.length} | ${share} % |`
}
