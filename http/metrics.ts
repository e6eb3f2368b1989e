import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Degraded } from '../bot/ports.ts'

/** What an operator watches. Labels never hold text, phones or homes. */
export interface Metrics {
  registry: Registry
  turns: Counter<'action'>
  turnSeconds: Histogram
  /** Whoever needed nobody else. */
  answeredAtOnce: Counter
  fallbacks: Counter
  handoffs: Counter<'reason' | 'priority'>
  /** How sure the model was; compared with last week it shows that owners ask what it has not learnt. */
  confidence: Histogram
  httpCalls: Counter<'method' | 'route' | 'status'>
  httpSeconds: Histogram<'method' | 'route'>
  channelRefused: Counter<'channel' | 'reason'>
  channelSends: Counter<'channel' | 'result'>
  /** Owners' messages that were not taken, by why; nothing was kept of them, and they were told when to come again. */
  shed: Counter<'why'>
}

const WHYS: readonly Degraded[] = ['away', 'evicting']

/** Shows what the live side lacks, as it is when it is asked. */
export function showDegraded({ registry }: Metrics, degraded: () => Degraded | undefined): void {
  new Gauge({
    name: 'qiao_live_degraded',
    help: '1 while Redis is away or drops keys for want of memory, by which',
    labelNames: ['why'],
    registers: [registry],
    collect() {
      for (const why of WHYS) this.set({ why }, degraded() === why ? 1 : 0)
    },
  })
}

/** Shows the turns that wait, as they are when it is asked. */
export function showWaiting({ registry }: Metrics, waiting: () => { turns: number; longestMs: number }): void {
  const registers = [registry]
  new Gauge({
    name: 'qiao_turns_waiting',
    help: 'Turns of this instance that wait, for room or for others of their conversation',
    registers,
    collect() {
      this.set(waiting().turns)
    },
  })
  new Gauge({
    name: 'qiao_turns_longest_wait_seconds',
    help: 'For how long the conversation that waits longest has waited for room',
    registers,
    collect() {
      this.set(waiting().longestMs / 1000)
    },
  })
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return { registry, ...turnMetrics(registry), ...httpMetrics(registry), ...channelMetrics(registry) }
}

function turnMetrics(registry: Registry) {
  const registers = [registry]
  return {
    turns: new Counter({
      name: 'qiao_turns_total',
      help: "Owners' messages answered, by what was done",
      labelNames: ['action'],
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'qiao_turn_seconds',
      help: 'From the stored message to the committed replies',
      buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5],
      registers,
    }),
    answeredAtOnce: new Counter({
      name: 'qiao_answered_at_once_total',
      help: "Owners' messages answered from knowledge or the record, with nobody called",
      registers,
    }),
    fallbacks: new Counter({
      name: 'qiao_fallbacks_total',
      help: "Owners' messages not understood or out of scope",
      registers,
    }),
    handoffs: new Counter({
      name: 'qiao_handoffs_total',
      help: 'Matters handed to a person, by why',
      labelNames: ['reason', 'priority'],
      registers,
    }),
    confidence: new Histogram({
      name: 'qiao_confidence',
      help: 'How sure the model was of its best candidate, 0 to 1',
      buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
      registers,
    }),
  } as const
}

function httpMetrics(registry: Registry) {
  const registers = [registry]
  return {
    httpCalls: new Counter({
      name: 'qiao_http_calls_total',
      help: 'Calls answered, by route and status',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    httpSeconds: new Histogram({
      name: 'qiao_http_seconds',
      help: 'From the call to its answer; streams are left out',
      labelNames: ['method', 'route'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5],
      registers,
    }),
    shed: new Counter({
      name: 'qiao_shed_messages_total',
      help: "Owners' messages that were not taken since there were too many, by why",
      labelNames: ['why'],
      registers,
    }),
  } as const
}

function channelMetrics(registry: Registry) {
  const registers = [registry]
  return {
    channelRefused: new Counter({
      name: 'qiao_channel_refused_total',
      help: "Calls that said they were a platform's and were not, by why",
      labelNames: ['channel', 'reason'],
      registers,
    }),
    channelSends: new Counter({
      name: 'qiao_channel_sends_total',
      help: 'Messages handed to platforms, by what they said',
      labelNames: ['channel', 'result'],
      registers,
    }),
  } as const
}
