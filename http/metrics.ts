import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What an operator watches. Labels never hold text, phones or homes. */
export interface Metrics {
  registry: Registry
  turns: Counter<'action'>
  turnSeconds: Histogram
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    turns: new Counter({
      name: 'qiao_turns_total',
      help: "Owners' messages answered, by what was done",
      labelNames: ['action'],
      registers: [registry],
    }),
    turnSeconds: new Histogram({
      name: 'qiao_turn_seconds',
      help: 'From the stored message to the committed replies',
      buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5],
      registers: [registry],
    }),
  }
}
