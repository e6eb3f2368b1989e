import type { Registry } from 'prom-client'
import { createMetrics, showWaiting } from '../../http/metrics.ts'
import { withRecord } from '../../http/metricsOfRecord.ts'
import { systemClock } from '../../wire/ids.ts'

/** Each metric that `/metrics` has, with the labels that it may bear. */
export async function toldMetrics(): Promise<Map<string, readonly string[]>> {
  const metrics = createMetrics()
  const { registry } = metrics
  showWaiting(metrics, () => ({ turns: 0, longestMs: 0 }))
  const figures = async () => ({ tickets: [], overdue: 0, outbox: [], openTurns: 0 })
  const parts = { figures, modelVersion: () => 'v', clock: systemClock, report: () => undefined }
  await withRecord(registry, parts).metrics()
  return new Map(registry.getMetricsAsArray().flatMap(namesOf))
}

function namesOf(metric: ReturnType<Registry['getMetricsAsArray']>[number]): [string, readonly string[]][] {
  const { name, labelNames = [] } = metric as unknown as { name: string; labelNames?: string[] }
  const plain: [string, readonly string[]] = [name, labelNames]
  const isHistogram = 'buckets' in metric || 'upperBounds' in metric
  return isHistogram
    ? [
        [`${name}_bucket`, [...labelNames, 'le']],
        [`${name}_sum`, labelNames],
        [`${name}_count`, labelNames],
      ]
    : [plain]
}

/** Added by Prometheus to whatever it fetches. */
const EVERYWHERE = ['job', 'instance']

/** What an expression asks for that is not told; empty when all of it is. */
export function unknownIn(expression: string, told: Map<string, readonly string[]>): string[] {
  const names = [...expression.matchAll(/\b(?:qiao|nodejs|process)_\w+/g)].map(([name]) => name)
  const labels = names.flatMap((name) => told.get(name) ?? []).concat(EVERYWHERE)
  const asked = [
    ...[...expression.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside = '']) =>
      [...inside.matchAll(/(\w+)\s*[=!]/g)].map(([, label = '']) => label),
    ),
    ...[...expression.matchAll(/\bby\s*\(([^)]*)\)/g)].flatMap(([, inside = '']) => inside.split(/\s*,\s*/)),
  ]
  return [...names.filter((name) => !told.has(name)), ...asked.filter((label) => !labels.includes(label))]
}
