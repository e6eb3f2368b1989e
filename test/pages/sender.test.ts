import { expect, test } from 'vitest'
import type { Message } from '../../bot/types.ts'
import { Sender } from '../../pages/owner/model/sender.ts'
import { emptyView, type Outgoing } from '../../pages/owner/model/view.ts'
import { ViewStore } from '../../pages/owner/model/viewStore.ts'
import { offlineProblem, ProblemError } from '../../pages/shared/api/problem.ts'

/** A server that is away until `up`; it takes each message only when it is let, and refuses bad words for good. */
function openSender() {
  const store = new ViewStore({ ...emptyView([]), phase: 'ready' })
  const calls: Outgoing[] = []
  const open: (() => void)[] = []
  const pauses: { job: () => void; ms: number }[] = []
  let up = false
  let busy = false
  const sender = new Sender({
    store,
    send: async (entry) => {
      calls.push(entry)
      if (!up) throw offlineProblem(new Error('no network'))
      if (busy && entry.text !== '着火了') throw new ProblemError('busy', '人多', 503, { retryAfterSeconds: 7 })
      if (entry.text === '太长') throw new ProblemError('too_long', '太长了', 400)
      await new Promise<void>((done) => open.push(done))
      return { message: messageOf(entry, calls.length), replies: [], state: { stage: 'bot', open: true } }
    },
    onThinking: () => undefined,
    onProblem: () => undefined,
    later: (job, ms) => pauses.push({ job, ms }),
  })
  const settled = () => new Promise<void>((done) => setImmediate(done))
  return {
    sender,
    store,
    sent: () => calls.map(({ text }) => text),
    ids: () => calls.map(({ clientMessageId }) => clientMessageId),
    settled,
    isBusy: (yes: boolean) => {
      busy = yes
    },
    /** For how long the page waits, once it has. */
    waits: async () => {
      const pause = pauses.shift()
      pause?.job()
      await settled()
      return pause?.ms
    },
    comesUp: () => {
      up = true
      calls.length = 0
    },
    takesOne: async () => {
      open.shift()?.()
      await settled()
    },
  }
}

const messageOf = ({ clientMessageId, text, createdAt }: Outgoing, seq: number): Message => ({
  id: clientMessageId,
  seq,
  conversationId: 'c',
  from: 'owner',
  text,
  createdAt,
})

test('what was written offline goes out one after the other under its own id; what is refused holds nothing up', async () => {
  const { sender, store, sent, ids, settled, comesUp, takesOne } = openSender()
  store.change((view) => ({ ...view, online: false }))
  for (const text of ['一', '太长', '二']) sender.send(text)
  await settled()
  const written = store.view.outbox.map(({ clientMessageId }) => clientMessageId)
  comesUp()
  store.change((view) => ({ ...view, online: true }))
  void sender.resendWaiting()
  void sender.resendWaiting()
  sender.send('三')
  await settled()
  expect(sent()).toEqual(['一'])
  await takesOne()
  expect(sent()).toEqual(['一', '太长', '二'])
  await takesOne()
  await takesOne()
  expect(sent()).toEqual(['一', '太长', '二', '三'])
  expect(ids().slice(0, 3)).toEqual(written)
  expect(store.view.outbox.map(({ text, failure }) => [text, failure])).toEqual([['太长', '太长了']])
})

test('with the line up a message does not wait for the answer to the one before', async () => {
  const { sender, sent, settled, comesUp } = openSender()
  comesUp()
  sender.send('一')
  sender.send('二')
  await settled()
  expect(sent()).toEqual(['一', '二'])
})

test('to a busy server it goes again when that has said so, in order, each under its own id, and meanwhile is no failure', async () => {
  const { sender, store, sent, ids, settled, comesUp, isBusy, waits, takesOne } = openSender()
  comesUp()
  isBusy(true)
  sender.send('一')
  await settled()
  sender.send('二')
  await settled()
  expect(store.view.outbox.map(({ text, goesAgain }) => [text, goesAgain])).toEqual([
    ['一', true],
    ['二', true],
  ])
  // A line that comes back is no reason to ask sooner.
  await sender.resendWaiting()
  expect(sent()).toEqual(['一', '二'])
  expect(await waits()).toBe(7000)
  expect(sent()).toEqual(['一', '二', '一'])
  isBusy(false)
  expect(await waits()).toBe(7000)
  await takesOne()
  await takesOne()
  expect(sent()).toEqual(['一', '二', '一', '一', '二'])
  expect(new Set(ids()).size).toBe(2)
  expect(store.view.outbox).toEqual([])
  expect(store.view.messages.map(({ text }) => text)).toEqual(['一', '二'])
})

test('an emergency is shown to a busy server at once, before what waits', async () => {
  const { sender, store, settled, comesUp, isBusy, takesOne } = openSender()
  comesUp()
  isBusy(true)
  sender.send('物业费怎么交')
  await settled()
  sender.send('着火了')
  await settled()
  await takesOne()
  expect(store.view.messages.map(({ text }) => text)).toEqual(['着火了'])
  expect(store.view.outbox.map(({ text }) => text)).toEqual(['物业费怎么交'])
})
