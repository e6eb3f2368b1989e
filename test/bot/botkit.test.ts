import { type Activity, MemoryStorage, TurnContext } from 'botbuilder'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SilentAdapter } from '../../bot/botkit/adapter.ts'
import { DialogRuntime } from '../../bot/botkit/runtime.ts'
import type { DialogScript } from '../../bot/botkit/script.ts'
import { TurnBot } from '../../bot/botkit/turnBot.ts'
import type { Conversation, Form, Outcome, Turn } from '../../bot/types.ts'

const unhandled: unknown[] = []
const note = (reason: unknown) => unhandled.push(reason)
beforeEach(() => {
  unhandled.length = 0
  process.on('unhandledRejection', note)
})
afterEach(async () => {
  await new Promise(setImmediate)
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

const conversation = (id: string, dialog?: unknown): Conversation => ({
  id,
  community: 'demo',
  locale: 'zh',
  channel: 'web',
  stage: 'bot',
  verified: false,
  memory: { misses: 0, angry: 0, said: {}, ...(dialog === undefined ? {} : { dialog }) },
  version: 1,
  lastSeq: 1,
  createdAt: '2026-11-25T02:00:00Z',
  lastActiveAt: '2026-11-25T02:00:00Z',
})

const turn = (text: string, id = 'c1', dialog?: unknown): Turn => ({
  text,
  conversation: conversation(id, dialog),
  locale: 'zh',
  classification: { intent: 'out_of_scope', confidence: 0, alternatives: [], outOfScope: false, certainty: 'lost' },
  entities: {},
  tone: { mood: 'calm', urgency: 'normal', threat: false, blockade: false },
  wishes: [],
})

const answers = (text: string, form?: Form): Outcome => ({
  action: form ? 'ask_slot' : 'answer',
  replies: [{ text }],
  ...(form ? { form } : {}),
})
const formWith = (what: string): Form => ({ intent: 'repair.report', slots: { what }, asking: 'place', tries: 1 })

const runtimeOf = (script: Partial<DialogScript>): DialogRuntime =>
  new DialogRuntime({
    interrupts: [],
    hear: async ({ text }) => answers(`heard ${text}`),
    continueForm: async (_form, { text }) => answers(`took ${text}`),
    ...script,
  })

/** A bot over a storage of the test's own, as Botkit is used without the runtime. */
function botOver(
  storage: MemoryStorage,
  handle: (text: string) => Promise<void>,
): (text: string, id?: string) => Promise<void> {
  const adapter = new SilentAdapter()
  const bot = new TurnBot(adapter, storage)
  bot.hears(
    async () => true,
    'message',
    async (_worker, message) => handle(message.text ?? ''),
  )
  return (text, id = 'c1') => {
    const activity = {
      type: 'message',
      text,
      channelId: 'web',
      from: { id: 'owner', name: '' },
      recipient: { id: 'bot', name: '' },
      conversation: { id, isGroup: false, conversationType: '', name: '' },
    }
    return bot.handleTurn(new TurnContext(adapter, activity as Partial<Activity> as Activity))
  }
}

/** Jobs that the test lets go on one by one. */
function gates() {
  const waiting: (() => void)[] = []
  const events: string[] = []
  return {
    events,
    pass: async (name: string) => {
      events.push(`${name} begins`)
      await new Promise<void>((resolve) => waiting.push(resolve))
      events.push(`${name} ends`)
    },
    /** Until so many wait; the turns in between need some rounds of the event loop. */
    until: async (count: number) => {
      for (let round = 0; round < 100 && waiting.length < count; round++) await new Promise(setImmediate)
    },
    open: () => waiting.shift()?.(),
    get waiting() {
      return waiting.length
    },
  }
}

test('a handler that throws rejects its turn, and the next turn works', async () => {
  const runtime = runtimeOf({
    hear: async ({ text }) => {
      if (text === 'bad') throw new Error('the handler broke')
      return answers(`heard ${text}`)
    },
  })
  await expect(runtime.think(turn('bad'))).rejects.toThrow('the handler broke')
  expect((await runtime.think(turn('good'))).outcome.replies[0]?.text).toBe('heard good')
})

test('so does one that throws inside a form, and the state given in is as it was', async () => {
  let broken = true
  const runtime = runtimeOf({
    hear: async () => answers('where?', formWith('tap')),
    continueForm: async (form) => {
      if (broken) throw new Error('the form broke')
      return answers(`took ${form.slots.what}`)
    },
  })
  const { dialog } = await runtime.think(turn('report'))
  const before = structuredClone(dialog)
  await expect(runtime.think(turn('kitchen', 'c1', dialog))).rejects.toThrow('the form broke')
  expect(dialog).toEqual(before)
  broken = false
  expect((await runtime.think(turn('kitchen', 'c1', dialog))).outcome.replies[0]?.text).toBe('took tap')
})

test('so does an interrupt', async () => {
  const runtime = runtimeOf({
    interrupts: [
      {
        when: ({ text }) => text === '转人工',
        handle: async () => {
          throw new Error('the interrupt broke')
        },
      },
    ],
  })
  await expect(runtime.think(turn('转人工'))).rejects.toThrow('the interrupt broke')
  expect((await runtime.think(turn('好'))).outcome.action).toBe('answer')
})

test('a handler that throws leaves nothing unsettled in the bare bot either', async () => {
  const say = botOver(new MemoryStorage(), async (text) => {
    if (text === 'bad') throw new Error('the handler broke')
  })
  await expect(say('bad')).rejects.toThrow('the handler broke')
  await expect(say('good')).resolves.toBeUndefined()
})

test('a storage write that throws rejects its turn, and the next turn works', async () => {
  let broken = true
  class Failing extends MemoryStorage {
    override async write(items: Parameters<MemoryStorage['write']>[0]): Promise<void> {
      if (broken) throw new Error('the disk is full')
      return super.write(items)
    }
  }
  const heard: string[] = []
  const say = botOver(new Failing(), async (text) => void heard.push(text))
  await expect(say('one')).rejects.toThrow('the disk is full')
  broken = false
  await expect(say('two')).resolves.toBeUndefined()
  expect(heard).toEqual(['one', 'two'])
})

test('two turns of one conversation never overlap, in the order in which they came', async () => {
  const gate = gates()
  const say = botOver(new MemoryStorage(), gate.pass)
  const both = [say('first'), say('second')]
  await gate.until(1)
  await gate.until(2)
  expect(gate.waiting).toBe(1)
  expect(gate.events).toEqual(['first begins'])
  gate.open()
  await gate.until(1)
  gate.open()
  await Promise.all(both)
  expect(gate.events).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})

test('a turn that throws does not hold up the one that waits behind it', async () => {
  const say = botOver(new MemoryStorage(), async (text) => {
    if (text === 'bad') throw new Error('the handler broke')
  })
  const results = await Promise.allSettled([say('bad'), say('good')])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

test('turns of two conversations do overlap', async () => {
  const gate = gates()
  const say = botOver(new MemoryStorage(), gate.pass)
  const both = [say('hers', 'c1'), say('his', 'c2')]
  await gate.until(2)
  expect(gate.events).toEqual(['hers begins', 'his begins'])
  gate.open()
  gate.open()
  await Promise.all(both)
})

test('a form goes on where it was, through JSON and in another process', async () => {
  const script: Partial<DialogScript> = {
    hear: async () => answers('where?', formWith('水龙头“滴水” {number} 💧')),
    continueForm: async (form, { text }) =>
      form.slots.place
        ? answers(`${form.slots.what}@${form.slots.place}`)
        : answers('when?', { ...form, slots: { ...form.slots, place: text }, parked: formWith('灯') }),
  }
  const first = await runtimeOf(script).think(turn('report'))
  const kept: unknown = JSON.parse(JSON.stringify(first.dialog))
  expect(kept).toEqual(first.dialog)
  const second = await runtimeOf(script).think(turn('厨房', 'c1', kept))
  expect(second.outcome.form).toMatchObject({ slots: { place: '厨房' }, parked: { slots: { what: '灯' } } })
  const third = await runtimeOf(script).think(turn('周六', 'c1', JSON.parse(JSON.stringify(second.dialog))))
  expect(third.outcome.replies[0]?.text).toBe('水龙头“滴水” {number} 💧@厨房')
  const after = await runtimeOf({}).think(turn('好', 'c1', JSON.parse(JSON.stringify(third.dialog))))
  expect(after.outcome.replies[0]?.text).toBe('heard 好')
})

test('an interrupt comes before an open form and ends it', async () => {
  const runtime = runtimeOf({
    hear: async ({ text }) => (text === 'report' ? answers('where?', formWith('tap')) : answers(`heard ${text}`)),
    interrupts: [{ when: ({ text }) => text === '转人工', handle: async () => answers('a person comes') }],
  })
  const { dialog } = await runtime.think(turn('report'))
  const handed = await runtime.think(turn('转人工', 'c1', dialog))
  expect(handed.outcome.replies[0]?.text).toBe('a person comes')
  expect((await runtime.think(turn('厨房', 'c1', handed.dialog))).outcome.replies[0]?.text).toBe('heard 厨房')
})

test('nothing of one conversation shows in another, nor stays behind', async () => {
  const runtime = runtimeOf({ hear: async () => answers('where?', formWith('tap')) })
  await runtime.think(turn('report', 'c1'))
  expect((await runtime.think(turn('厨房', 'c2'))).outcome.replies[0]?.text).toBe('where?')
  expect((await runtime.think(turn('厨房', 'c1'))).outcome.replies[0]?.text).toBe('where?')
})

test('a message without text still reaches an open form', async () => {
  const runtime = runtimeOf({ hear: async () => answers('where?', formWith('tap')) })
  const { dialog } = await runtime.think(turn('report'))
  expect((await runtime.think(turn('', 'c1', dialog))).outcome.replies[0]?.text).toBe('took ')
})
