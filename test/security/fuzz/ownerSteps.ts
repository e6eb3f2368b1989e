import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Answer, Said } from '../../http/client.ts'
import { nextMessageId } from '../../http/client.ts'
import { anOwner, type Step, step } from './step.ts'
import { asOwner, type OwnerModel, type World } from './world.ts'

/** Of every kind that a turn can take: knowledge, records, slots, a person, an emergency, anger, none of ours, odd. */
const WORDS = [
  '物业费怎么交',
  '燃气什么时候通',
  '水管漏水了，要报修',
  '3栋2单元501',
  '转人工',
  '我被困在电梯里了',
  '都是骗子，我要投诉你们',
  '今天天气怎么样',
  '你好',
  '算了',
  '是',
  '<img src=x onerror=alert(1)>',
  "' or 1=1 --",
  '=HYPERLINK("http://x")',
  '😀👨‍👩‍👧',
  'How do I pay the fee?',
]
const words = fc.constantFrom(...WORDS)

const send = (of: OwnerModel, clientMessageId: string, text: string, files?: string[]): Promise<Answer<Said>> =>
  asOwner<Said>(`${of.owner.url}/messages`, of.owner.token, {
    body: { clientMessageId, text, ...(files && { attachments: files }) },
  })

/** Sent until its turn has come to its end. */
export async function said(
  { clock }: World,
  of: OwnerModel,
  { id = nextMessageId(), text, files }: { id?: string; text: string; files?: string[] },
): Promise<Said['message']> {
  const first = await send(of, id, text, files)
  let answer = first
  while (answer.status === 202) answer = await send(of, id, text, files)
  assert.equal(answer.status, 200, answer.text)
  assert.deepEqual(answer.body.message, first.body.message, 'the same message again is another')
  assert.equal(answer.body.message.text, text)
  of.kept.push({ seq: first.body.message.seq, from: 'owner', text, ...(files && { files }) })
  of.unansweredAt ??= clock.now().getTime()
  return first.body.message
}

/** A ticket stays open until somebody ends it; nobody holds one that has just been opened. */
export async function lookForTicket({ store }: World, of: OwnerModel): Promise<void> {
  const open = await store.tickets.openOf(of.owner.id)
  if (of.ticket) assert.equal(open?.id, of.ticket.id, 'another ticket, or none')
  else if (open) {
    assert.equal(open.assignee, undefined)
    of.ticket = { id: open.id }
  }
}

/** Gives the owner a ticket: without one there is little for staff to do. */
export async function asksForAPerson(world: World, of: OwnerModel): Promise<void> {
  await said(world, of, { text: '转人工' })
  await lookForTicket(world, of)
}

const speaks = fc.tuple(anOwner, words).map(([owner, text]) =>
  step(`owner ${owner} says ${text}`, async ({ owners }, world) => {
    await said(world, owners[owner]!, { text })
    await lookForTicket(world, owners[owner]!)
  }),
)

const speaksAtOnce = fc.tuple(anOwner, fc.array(words, { minLength: 2, maxLength: 4 })).map(([owner, texts]) =>
  step(`owner ${owner} says at once ${texts.join(' | ')}`, async ({ owners }, world) => {
    await Promise.all(texts.map((text) => said(world, owners[owner]!, { text })))
    await lookForTicket(world, owners[owner]!)
  }),
)

const repeats = anOwner.map((owner) =>
  step(`owner ${owner} sends one message three times, then changes it`, async ({ owners }, world) => {
    const of = owners[owner]!
    const id = nextMessageId()
    const [message, again] = [await said(world, of, { id, text: '在吗' }), await send(of, id, '在吗')]
    assert.deepEqual([again.status, again.body.message], [200, message])
    assert.equal((await send(of, id, '不在吗')).status, 409)
    await lookForTicket(world, of)
  }),
)

const REFUSED = [
  { text: '' },
  { text: ' \n' },
  { text: '长'.repeat(4001) },
  { text: '在', more: 1 },
  { text: 7 },
  {},
] as const

const isRefused = fc.tuple(anOwner, fc.constantFrom(...REFUSED)).map(([owner, body]) =>
  step(`owner ${owner} sends what is no message`, async ({ owners }) => {
    const { url, token } = owners[owner]!.owner
    const answer = await asOwner(`${url}/messages`, token, { body: { clientMessageId: nextMessageId(), ...body } })
    assert.equal(answer.status, 422, answer.text)
  }),
)

const OTHERS: [method: string, path: string, body?: object][] = [
  ['GET', ''],
  ['GET', '/messages'],
  ['GET', '/work-orders'],
  ['GET', '/subscriptions'],
  ['POST', '/messages', { clientMessageId: 'x', text: '转人工' }],
  ['POST', '/close'],
  ['POST', '/rating', { score: 1 }],
  ['POST', '/ticket'],
]

const triesAnother = fc
  .tuple(anOwner, anOwner, fc.constantFrom(...OTHERS))
  .map(([owner, other, [method, path, body]]) =>
    step(
      `owner ${owner} tries ${method} ${path} of owner ${other}`,
      async ({ owners }) => {
        const { token } = owners[owner]!.owner
        const answer = await asOwner(`${owners[other]!.owner.url}${path}`, token, { method, ...(body && { body }) })
        assert.equal(answer.status, 404, answer.text)
      },
      () => owner !== other,
    ),
  )

const ends = anOwner.map((owner) =>
  step(`owner ${owner} goes`, async ({ owners }, world) => {
    const { url, token } = owners[owner]!.owner
    assert.equal((await asOwner(`${url}/close`, token, { method: 'POST' })).status, 204)
    await lookForTicket(world, owners[owner]!)
  }),
)

/** What owners do, well or ill meant. */
export const ownerSteps: fc.Arbitrary<Step>[] = [speaks, speaks, speaksAtOnce, repeats, isRefused, triesAnother, ends]
