import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What an operator watches. Labels never hold text, phones or homes. */
export interface Metrics {
  registry: Registry
  turns: Counter<'action'>
  turnSeconds: Histogram
  channelRefused: Counter<'channel' | 'reason'>
  channelSends: Counter<'channel' | 'result'>
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
    channelRefused: new Counter({
      name: 'qiao_channel_refused_total',
      help: "Calls that said they were a platform's and were not, by why",
      labelNames: ['channel', 'reason'],
      registers: [registry],
    }),
    channelSends: new Counter({
      name: 'qiao_channel_sends_total',
      help: 'Messages handed to platforms, by what they said',
      labelNames: ['channel', 'result'],
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
