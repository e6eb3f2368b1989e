import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, aConversation, aTicket, aTurn, find, type HandClock, transcript } from '../fixtures.ts'
import { aStep, Model, type Step } from './model.ts'

/** Two conversations and two members of staff in a record that other runs have used before. */
class Stand {
  readonly tickets: (string | undefined)[] = [undefined, undefined]
  private constructor(
    readonly store: Store,
    readonly ids: string[],
    private readonly staff: string[],
  ) {}

  static async open(store: Store, run: number): Promise<Stand> {
    const community = `demo${run}`
    const conversations = [await aConversation(store, { community }), await aConversation(store, { community })]
    const staff = [await aClerk(store, `王芳${run}`), await aClerk(store, `李强${run}`)]
    return new Stand(
      store,
      conversations.map(({ id }) => id),
      staff.map(({ id }) => id),
    )
  }

  /** Does the step; the kind of answer, or the code of the error. */
  async take(step: Step): Promise<string> {
    try {
      return await this.verb(step, this.ids[step.c]!)
    } catch (error) {
      if (error instanceof Error && 'code' in error) return String(error.code)
      throw error
    }
  }

  private async verb(step: Step, id: string): Promise<string> {
    const { conversations, tickets } = this.store
    const ticket = this.tickets[step.c] ?? 'none'
    switch (step.verb) {
      case 'accept':
        return (await conversations.accept(id, { clientMessageId: step.id, text: step.text })).kind
      case 'turn':
        return this.turn(step, id)
      case 'close':
        await conversations.close(id)
        return 'closed'
      case 'reply':
        return (await tickets.reply(ticket, this.staff[step.s]!, { clientMessageId: step.id, text: step.id })).kind
      default:
        return (await tickets[step.verb](ticket, this.staff[step.s]!, step.verb)).kind
    }
  }

  private async turn(step: Extract<Step, { verb: 'turn' }>, id: string): Promise<string> {
    const now = await find(this.store, id)
    const waiting = await this.store.conversations.unfinished()
    const seq = step.seq ?? waiting.find(({ conversationId }) => conversationId === id)?.seq ?? 1
    const version = step.old ? now.version - 1 : now.version
    const replies = Array.from({ length: step.replies }, (_, n) => ({ text: `${seq}.${n}` }))
    const wanted = step.ticket && { ticket: aTicket({ priority: step.ticket }), stage: 'waiting' as const }
    const turn = aTurn({ ...now, version }, seq, { replies, ...wanted })
    const result = await this.store.conversations.commitTurn(turn)
    if (result.kind === 'committed' && result.ticketId) this.tickets[step.c] = result.ticketId
    return result.kind
  }
}

async function expectSound(stand: Stand, c: number): Promise<void> {
  const { store, ids } = stand
  const messages = await store.conversations.messages(ids[c]!, 0, 500)
  const conversation = await find(store, ids[c]!)
  expect(messages.map((message) => message.seq)).toEqual(messages.map((_, n) => n + 1))
  expect(conversation.lastSeq).toBe(messages.length)
  const { tickets } = await store.tickets.list({ community: conversation.community })
  const open = tickets.filter((ticket) => ticket.conversationId === ids[c] && ticket.stage !== 'resolved')
  expect(open.length).toBeLessThanOrEqual(1)
  if (open[0]) expect(conversation.stage).toBe(open[0].stage)
  else expect(['bot', 'closed']).toContain(conversation.stage)
}

async function expectSame(stand: Stand, c: number, model: Model, unfinished: number[]): Promise<void> {
  const { store, ids } = stand
  expect(await transcript(store, ids[c]!)).toEqual(model.lines)
  expect(await find(store, ids[c]!)).toMatchObject({ stage: model.stage, version: model.version })
  const open = await store.tickets.openOf(ids[c]!)
  expect(open?.priority).toBe(model.ticket?.priority)
  expect(open?.assignee !== undefined).toBe(model.ticket?.holder !== undefined)
  expect(unfinished).toEqual(model.unfinished)
}

/** Any sequence of verbs, one by one and many at once. */
export function propertiesContract(at: () => { store: Store; clock: HandClock }): void {
  let run = 0

  test('one after the other, the verbs do what a simple model does', async () => {
    const { store } = at()
    const steps = fc.array(aStep, { minLength: 5, maxLength: 60, size: 'large' })
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        run += 1
        const stand = await Stand.open(store, run)
        const models = [new Model(), new Model()]
        for (const step of sequence) expect(await stand.take(step)).toBe(models[step.c]!.take(step))
        const all = await store.conversations.unfinished()
        for (const [c, model] of models.entries()) {
          const mine = all.filter(({ conversationId }) => conversationId === stand.ids[c])
          await expectSame(
            stand,
            c,
            model,
            mine.map(({ seq }) => seq),
          )
        }
      }),
      { numRuns: 50 },
    )
  }, 240_000)

  test('all at once, nothing acknowledged is lost and the record stays sound', async () => {
    const { store } = at()
    const batches = fc.array(fc.array(aStep, { minLength: 2, maxLength: 20 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(batches, async (all) => {
        run += 1
        const stand = await Stand.open(store, run)
        const acknowledged = [new Set<string>(), new Set<string>()]
        for (const batch of all) {
          const kinds = await Promise.all(batch.map((step) => stand.take(step)))
          for (const [n, step] of batch.entries()) {
            if (step.verb === 'accept' && kinds[n] === 'stored') acknowledged[step.c]!.add(step.id)
          }
          for (const c of [0, 1]) await expectSound(stand, c)
        }
        for (const c of [0, 1]) {
          const owner = (await transcript(store, stand.ids[c]!)).filter((line) => line.startsWith('owner'))
          expect(owner).toHaveLength(acknowledged[c]!.size)
        }
      }),
      { numRuns: 40 },
    )
  }, 240_000)
}
