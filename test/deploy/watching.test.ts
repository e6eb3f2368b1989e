import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { toldMetrics, unknownIn } from './promql.ts'

const RULES = 'deploy/prometheus/alerts.yaml'

const rules = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Qiao[A-Z]\w+$/),
          expr: z.string().min(1),
          for: z
            .string()
            .regex(/^\d+[smh]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['page', 'ticket', 'look']) }),
          annotations: z.strictObject({ summary: z.string().min(10) }),
        }),
      ),
    }),
  ),
})

const board = z.object({
  title: z.string(),
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })).min(1),
      gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
    }),
  ),
})

const alerts = () => rules.parse(parse(readFileSync(RULES, 'utf8'))).groups.flatMap((group) => group.rules)
const panels = () => board.parse(JSON.parse(readFileSync('deploy/grafana/qiao.json', 'utf8'))).panels

test('whatever the alert rules ask for is told by /metrics', async () => {
  const told = await toldMetrics()
  const wrong = alerts().map(({ alert, expr }) => [alert, unknownIn(expr, told)])
  expect(wrong.filter(([, unknown]) => unknown?.length)).toEqual([])
  expect(new Set(alerts().map(({ alert }) => alert)).size).toBe(alerts().length)
})

test('whatever the board asks for is told by /metrics, and no panel lies on another', async () => {
  const told = await toldMetrics()
  const wrong = panels().map(({ title, targets }) => [title, targets.flatMap(({ expr }) => unknownIn(expr, told))])
  expect(wrong.filter(([, unknown]) => unknown?.length)).toEqual([])
  const places = panels().map(({ gridPos: { x, y } }) => `${x}/${y}`)
  expect(new Set(places).size).toBe(panels().length)
})

test('every metric of ours is on the board', async () => {
  const shown = panels()
    .flatMap(({ targets }) => targets.map(({ expr }) => expr))
    .join('\n')
  const ours = [...(await toldMetrics()).keys()].filter((name) => name.startsWith('qiao_'))
  const roots = ours.map((name) => name.replace(/_(bucket|sum|count)$/, ''))
  expect(roots.filter((name) => !shown.includes(name))).toEqual([])
})

test('what is not told is found', async () => {
  const told = await toldMetrics()
  expect(unknownIn('sum(qiao_nothing_total)', told)).toEqual(['qiao_nothing_total'])
  expect(unknownIn('sum by (home) (qiao_turns_total{phone="1"})', told)).toEqual(['phone', 'home'])
})

test('every alert has a runbook', () => {
  const book = readFileSync('docs/operations.md', 'utf8')
  expect(
    alerts()
      .filter(({ alert }) => !book.includes(`### ${alert}\n`))
      .map(({ alert }) => alert),
  ).toEqual([])
})

const promtool = spawnSync('promtool', ['--version']).status === 0

test.runIf(promtool)('promtool takes the rules', () => {
  const { status, stderr } = spawnSync('promtool', ['check', 'rules', RULES], { encoding: 'utf8' })
  expect({ status, stderr }).toMatchObject({ status: 0 })
})
