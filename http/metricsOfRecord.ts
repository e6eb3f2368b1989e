import { Gauge, type Registry } from 'prom-client'
import type { Figures } from '../bot/ports.ts'
import type { Clock } from '../bot/types.ts'

export interface RecordWatch {
  figures(): Promise<Figures>
  /** Hash of what the model now in use was trained on. */
  modelVersion(): string
  clock: Clock
  report(error: unknown): void
}

/**
 * What the record says is read before the metrics are told, so that all of it is of one moment; a record that is away
 * leaves `qiao_record_up` at 0.
 */
export function withRecord(registry: Registry, watch: RecordWatch): Pick<Registry, 'contentType' | 'metrics'> {
  const gauge = gaugesIn(registry)
  return {
    contentType: registry.contentType,
    metrics: async () => {
      await refresh(gauge, watch)
      return registry.metrics()
    },
  }
}

async function refresh(gauge: Gauges, watch: RecordWatch): Promise<void> {
  const figures = await watch.figures().catch((error: unknown) => {
    watch.report(error)
    return undefined
  })
  for (const each of Object.values(gauge)) each.reset()
  gauge.model.set({ version: watch.modelVersion() }, 1)
  gauge.up.set(figures ? 1 : 0)
  if (figures) show(gauge, figures, watch.clock.now().getTime())
}

type Gauges = ReturnType<typeof gaugesIn>

function gaugesIn(registry: Registry) {
  const registers = [registry]
  const plain = (name: string, help: string) => new Gauge({ name, help, registers })
  return {
    queue: new Gauge({
      name: 'qiao_queue_tickets',
      help: 'Tickets not resolved, by stage and priority',
      labelNames: ['stage', 'priority'],
      registers,
    }),
    outbox: new Gauge({
      name: 'qiao_outbox_messages',
      help: 'Messages on their way to platforms or given up, by state',
      labelNames: ['state'],
      registers,
    }),
    model: new Gauge({
      name: 'qiao_model_info',
      help: 'The model in use, by its version',
      labelNames: ['version'],
      registers,
    }),
    up: plain('qiao_record_up', '1 while the record can be read'),
    overdue: plain('qiao_overdue_tickets', 'Tickets past their time'),
    waiting: plain('qiao_queue_oldest_seconds', 'How long the longest waiting owner waits for a person'),
    due: plain('qiao_outbox_oldest_seconds', 'How long the oldest due message has not gone out'),
    turns: plain('qiao_open_turns', "Owners' messages kept and not answered yet"),
  } as const
}

function show(gauge: Gauges, figures: Figures, now: number): void {
  const seconds = (since: string | undefined) => (since ? Math.max(0, (now - Date.parse(since)) / 1000) : 0)
  for (const { stage, priority, count } of figures.tickets) gauge.queue.set({ stage, priority }, count)
  for (const { state, count } of figures.outbox) gauge.outbox.set({ state }, count)
  gauge.overdue.set(figures.overdue)
  gauge.waiting.set(seconds(figures.waitingSince))
  gauge.due.set(seconds(figures.dueSince))
  gauge.turns.set(figures.openTurns)
}
