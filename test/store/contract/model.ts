import fc from 'fast-check'
import type { Priority, Stage } from '../../../bot/types.ts'

/** One verb of the record. `c` is the conversation, `s` the member of staff, both by number. */
export type Step =
  | { verb: 'accept'; c: number; id: string; text: string }
  /** Of the owner's message that waits longest, or of the message `seq`, which may be done or nobody's. */
  | { verb: 'turn'; c: number; seq: number | undefined; old: boolean; replies: number; ticket: Priority | undefined }
  | { verb: 'claim' | 'release' | 'resolve' | 'returnToBot'; c: number; s: number }
  | { verb: 'reply'; c: number; s: number; id: string }
  | { verb: 'close'; c: number }

const PRIORITIES = ['emergency', 'high', 'normal'] as const

/** Steps over two conversations and two members of staff, with ids and seqs that often meet again. */
export const aStep: fc.Arbitrary<Step> = (() => {
  const c = fc.nat({ max: 1 })
  const s = fc.nat({ max: 1 })
  const id = fc.integer({ min: 0, max: 15 }).map(String)
  const text = fc.constantFrom('停水了吗', '停电了吗')
  const verb = fc.constantFrom('claim', 'claim', 'release', 'resolve', 'returnToBot')
  const ticket = fc.option(fc.constantFrom(...PRIORITIES), { nil: undefined })
  const turn = fc.record({
    verb: fc.constant('turn'),
    c,
    seq: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
    ),
    old: fc.nat({ max: 5 }).map((n) => n === 0),
    replies: fc.nat({ max: 2 }),
    ticket,
  })
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ verb: fc.constant('accept'), c, id, text }) },
    { weight: 4, arbitrary: turn },
    { weight: 3, arbitrary: fc.record({ verb, c, s }) },
    { weight: 2, arbitrary: fc.record({ verb: fc.constant('reply'), c, s, id }) },
    { weight: 1, arbitrary: fc.record({ verb: fc.constant('close'), c }) },
  ) as fc.Arbitrary<Step>
})()

/** A conversation as simply as it can be thought of. */
export class Model {
  lines: string[] = []
  stage: Stage = 'bot'
  version = 1
  ticket: { priority: Priority; holder: number | undefined } | undefined
  /** Whether there ever was a ticket. */
  handedOver = false
  private readonly heard = new Map<string, string>()
  private readonly replied = new Set<string>()
  private readonly waiting = new Set<number>()
  private readonly done = new Set<number>()

  /** Seqs of the owner's messages without their turn. */
  get unfinished(): number[] {
    return [...this.waiting]
  }

  /** Does the step; the kind of answer that the record must give. */
  take(step: Step): string {
    switch (step.verb) {
      case 'accept':
        return this.accept(step.id, step.text)
      case 'turn':
        return this.turn(step)
      case 'claim':
        return this.claim(step.s)
      case 'reply':
        return this.reply(step.s, step.id)
      case 'close':
        if (this.stage === 'bot') this.become('closed')
        return 'closed'
      default:
        return this.held(step.s) ?? this.leave(step.verb)
    }
  }

  private become(stage: Stage): void {
    this.stage = stage
    this.version += 1
  }

  private accept(id: string, text: string): string {
    const before = this.heard.get(id)
    if (before !== undefined) return before === text ? 'repeated' : 'conflict'
    this.heard.set(id, text)
    this.lines.push(`owner: ${text}`)
    this.waiting.add(this.lines.length)
    if (this.stage === 'closed') this.become('bot')
    return 'stored'
  }

  private turn({ old, replies, ticket, ...step }: Extract<Step, { verb: 'turn' }>): string {
    const seq = step.seq ?? this.unfinished[0] ?? 1
    if (this.done.has(seq)) return 'done'
    if (!this.waiting.has(seq)) return 'unknown_message'
    if (old) return 'stale'
    if (ticket) this.handOver(ticket)
    for (let n = 0; n < replies; n += 1) this.lines.push(`bot: ${seq}.${n}`)
    this.waiting.delete(seq)
    this.done.add(seq)
    const held = this.ticket?.holder === undefined ? 'waiting' : 'staff'
    this.become(this.ticket ? held : 'bot')
    return 'committed'
  }

  private handOver(priority: Priority): void {
    this.handedOver = true
    const before = this.ticket?.priority ?? priority
    const urgent = PRIORITIES.indexOf(before) < PRIORITIES.indexOf(priority) ? before : priority
    this.ticket = { priority: urgent, holder: this.ticket?.holder }
  }

  private claim(s: number): string {
    if (!this.handedOver) return 'unknown'
    if (!this.ticket) return 'gone'
    if (this.ticket.holder === s) return 'ok'
    if (this.ticket.holder !== undefined) return 'lost'
    this.ticket.holder = s
    this.lines.push('system: claim')
    this.become('staff')
    return 'ok'
  }

  /** Why this member of staff may not do what only the holder may. */
  private held(s: number): string | undefined {
    if (!this.handedOver) return 'unknown'
    if (this.ticket?.holder === undefined) return 'gone'
    return this.ticket.holder === s ? undefined : 'lost'
  }

  private leave(verb: 'release' | 'resolve' | 'returnToBot'): string {
    if (verb === 'release' && this.ticket) this.ticket.holder = undefined
    else this.ticket = undefined
    this.lines.push(`system: ${verb}`)
    this.become(verb === 'release' ? 'waiting' : 'bot')
    return 'ok'
  }

  private reply(s: number, id: string): string {
    if (this.replied.has(id)) return 'ok'
    const refused = this.held(s)
    if (refused) return refused
    this.replied.add(id)
    this.lines.push(`staff: ${id}`)
    this.version += 1
    return 'ok'
  }
}
