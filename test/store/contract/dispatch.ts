import { expect, test } from 'vitest'
import type { JobEvent, OrderReader, Store } from '../../../bot/ports.ts'
import { type DispatchStep, MOST_JOB_PHOTOS, type Reply, type WorkOrder } from '../../../bot/types.ts'
import { aConversation, type HandClock, transcript } from '../fixtures.ts'
import { newOrder, SAYS, turnWith } from '../orders.ts'

const HOUR = 3_600_000
const PHOTO = { name: '修好.png', type: 'image/png', content: new Uint8Array([0, 255, 10, 13, 0]) }
const TELLS = (_reader: OrderReader, order: WorkOrder, event: JobEvent): Reply => ({
  text: `${order.number} ${event} ${order.worker ?? ''}`,
})

/** Work orders on repairers' phones. */
export function dispatchContract(at: () => { store: Store; clock: HandClock }): void {
  const send = (number: string, secretHash: string, repairer = '刘师傅') =>
    at().store.dispatch.send(number, {
      secretHash,
      repairer,
      by: '王芳',
      expiresAt: new Date(at().clock.now().getTime() + HOUR).toISOString(),
    })
  const step = (secret: string, kind: DispatchStep, note?: string) =>
    at().store.dispatch.step(secret, { kind, ...(note && { note }) }, TELLS)
  const linesOf = async (number: string) =>
    ((await at().store.workOrders.byNumber(number))?.lines ?? []).map(({ kind, state, by }) => [kind, state, by])

  test('accepted, on site, done: each a line by the repairer, told to the owner once, however often it is tapped', async () => {
    const { store } = at()
    const owner = await aConversation(store)
    const number = await newOrder(store, owner.id)
    await send(number, 'a')
    const before = (await transcript(store, owner.id)).length
    const twice = await Promise.all([step('a', 'accept'), step('a', 'accept')])
    expect(twice.map(({ kind }) => kind)).toEqual(['ok', 'ok'])
    await step('a', 'arrived')
    await step('a', 'arrived')
    expect(await step('a', 'done', '换了门轮')).toMatchObject({
      kind: 'ok',
      order: { state: 'done', worker: '刘师傅' },
    })
    expect(await step('a', 'done')).toMatchObject({ kind: 'ok', told: [] })
    expect(await linesOf(number)).toEqual([
      ['filed', 'filed', undefined],
      ['dispatched', 'filed', '王芳'],
      ['moved', 'accepted', '刘师傅'],
      ['arrived', 'accepted', '刘师傅'],
      ['moved', 'done', '刘师傅'],
    ])
    expect((await transcript(store, owner.id)).slice(before)).toEqual([
      `bot: ${number} accepted 刘师傅`,
      `bot: ${number} arrived 刘师傅`,
      `bot: ${number} done 刘师傅`,
    ])
    expect(await store.dispatch.ofOrder(number)).toMatchObject([
      { repairer: '刘师傅', by: '王芳', acceptedAt: expect.any(String), doneAt: expect.any(String) },
    ])
  })

  test('opened again while the link lives, it is accepted anew', async () => {
    const { store, clock } = at()
    const owner = await aConversation(store)
    const number = await newOrder(store, owner.id)
    await send(number, 'a')
    for (const kind of ['accept', 'arrived', 'done'] as const) await step('a', kind)
    clock.pass(60_000)
    await turnWith(store, owner.id, { orderAct: { kind: 'reopen', number, note: '又坏了' } })
    expect(await step('a', 'done')).toEqual({ kind: 'early', state: 'filed' })
    expect(await step('a', 'accept')).toMatchObject({ kind: 'ok', order: { state: 'accepted' } })
    expect((await store.dispatch.ofOrder(number))[0]).not.toHaveProperty('arrivedAt')
    await step('a', 'arrived')
    expect(await step('a', 'done')).toMatchObject({ kind: 'ok', order: { state: 'done' } })
    expect((await linesOf(number)).map(([kind]) => kind).slice(4)).toEqual([
      'moved',
      'reopened',
      'moved',
      'arrived',
      'moved',
    ])
  })

  test('nothing before it is accepted; what staff accepted already keeps its visit', async () => {
    const { store } = at()
    const number = await newOrder(store, (await aConversation(store)).id)
    await send(number, 'a')
    expect(await step('a', 'done')).toEqual({ kind: 'early', state: 'filed' })
    expect(await step('a', 'arrived')).toMatchObject({ kind: 'early' })
    expect(await store.dispatch.addPhoto('a', PHOTO)).toMatchObject({ kind: 'early' })
    const visit = { scheduledFor: '2026-03-05T06:00:00.000Z', worker: '周师傅' }
    await store.workOrders.move(number, { state: 'accepted', by: '王芳' }, SAYS)
    await store.workOrders.move(number, { state: 'scheduled', by: '王芳', ...visit }, SAYS)
    expect(await step('a', 'accept')).toMatchObject({
      order: { state: 'scheduled', scheduledFor: visit.scheduledFor, worker: '刘师傅' },
    })
    expect((await linesOf(number)).at(-1)).toEqual(['taken', 'scheduled', '刘师傅'])
  })

  test('expired to the millisecond, called back, sent to another, cancelled: the link opens nothing', async () => {
    const { store, clock } = at()
    const number = await newOrder(store, (await aConversation(store)).id)
    await send(number, 'a')
    clock.pass(HOUR - 1)
    expect(await step('a', 'accept')).toMatchObject({ kind: 'ok' })
    clock.pass(1)
    expect(await step('a', 'arrived')).toEqual({ kind: 'over', why: 'expired' })
    const second = await send(number, 'b')
    const third = await send(number, 'c', '周师傅')
    expect(await step('b', 'accept')).toEqual({ kind: 'over', why: 'revoked' })
    expect(await store.dispatch.revoke(number, third?.link.id ?? '', '李娜')).toMatchObject({ revokedBy: '李娜' })
    expect(await store.dispatch.revoke(number, second?.link.id ?? '', '李娜')).toMatchObject({ revokedBy: '王芳' })
    expect(await step('c', 'accept')).toEqual({ kind: 'over', why: 'revoked' })
    expect((await linesOf(number)).at(-1)).toEqual(['recalled', 'accepted', '李娜'])
    await send(number, 'd')
    await store.workOrders.move(number, { state: 'cancelled', by: '王芳', note: '不用了' }, SAYS)
    expect(await store.dispatch.addPhoto('d', PHOTO)).toEqual({ kind: 'over', why: 'closed' })
    expect(await send(number, 'e')).toBeUndefined()
    expect(await step('none', 'accept')).toEqual({ kind: 'unknown' })
    const other = await newOrder(store, (await aConversation(store)).id, { intent: 'light.public', slots: {} })
    expect(await store.dispatch.revoke(other, third?.link.id ?? '', '李娜')).toBeUndefined()
  })

  test('a photo is kept byte for byte for staff of its compound, so many a link, and goes with its owner', async () => {
    const { store } = at()
    const owner = await aConversation(store)
    const number = await newOrder(store, owner.id)
    await send(number, 'a')
    await step('a', 'accept')
    const { file } = await store.dispatch.addPhoto('a', PHOTO)
    expect([...((await store.attachments.sent(file?.id ?? ''))?.content ?? [])]).toEqual([...PHOTO.content])
    expect(await store.attachments.communityOf(file?.id ?? '')).toBe('demo')
    for (let n = 1; n < MOST_JOB_PHOTOS; n++) await store.dispatch.addPhoto('a', PHOTO)
    expect(await store.dispatch.addPhoto('a', PHOTO)).toEqual({ kind: 'full' })
    expect(JSON.stringify(await store.privacy.export({ conversations: [owner.id], homes: [] }))).toContain('修好.png')
    await store.privacy.erase({ conversations: [owner.id], homes: [] })
    expect(await store.attachments.sent(file?.id ?? '')).toBeUndefined()
    const lines = (await store.workOrders.byNumber(number))?.lines ?? []
    expect(lines.every((line) => line.file === undefined)).toBe(true)
  })
}
