import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import { aClerk, aConversation, aHandoff, type HandClock } from '../fixtures.ts'

const HOUR_MS = 3_600_000
const PHOTO = { name: '漏水.png', type: 'image/png', content: new Uint8Array([0, 255, 10, 13, 0]) }

/** Files that owners and staff send, and the messages that take them up. */
export function attachmentsContract(at: () => { store: Store; clock: HandClock }): void {
  const begin = async () => (await aConversation(at().store)).id
  const add = async (conversationId: string) => {
    const added = await at().store.attachments.add(conversationId, PHOTO)
    if (added.kind === 'full') throw new Error('full')
    return added.id
  }
  const send = (conversationId: string, attachments: string[], text = '', clientMessageId = 'a') =>
    at().store.conversations.accept(conversationId, { clientMessageId, text, attachments })

  test('a file comes back byte for byte, in its own conversation alone, and to staff once it is sent', async () => {
    const { attachments } = at().store
    const [own, other] = [await begin(), await begin()]
    const id = await add(own)
    const file = await attachments.ofConversation(own, id)
    expect(file).toMatchObject({ id, name: PHOTO.name, type: PHOTO.type, size: 5 })
    expect([...(file?.content ?? [])]).toEqual([...PHOTO.content])
    expect(await attachments.ofConversation(other, id)).toBeUndefined()
    expect(await attachments.sent(id)).toBeUndefined()
    await send(own, [id])
    expect([...((await attachments.sent(id))?.content ?? [])]).toEqual([...PHOTO.content])
    expect(await attachments.sent('none')).toBeUndefined()
  })

  test('a message carries them in its order, and the same message again is the same', async () => {
    const { conversations } = at().store
    const own = await begin()
    const [first, second] = [await add(own), await add(own)]
    const sent = await send(own, [second, first])
    expect(sent).toMatchObject({ kind: 'stored', message: { text: '', attachments: [{ id: second }, { id: first }] } })
    expect(await conversations.messages(own, 0, 10)).toMatchObject([
      { attachments: [{ id: second, name: PHOTO.name, type: PHOTO.type, size: 5 }, { id: first }] },
    ])
    expect(await send(own, [second, first])).toMatchObject({ kind: 'repeated' })
    expect(await send(own, [first])).toEqual({ kind: 'conflict' })
    expect(await send(own, [])).toEqual({ kind: 'conflict' })
    expect(await send(own, [second, first], '看')).toEqual({ kind: 'conflict' })
  })

  test("another's, an unknown one and one that was sent already are refused, and nothing is stored", async () => {
    const { conversations } = at().store
    const [own, other] = [await begin(), await begin()]
    const [mine, theirs, used] = [await add(own), await add(other), await add(own)]
    await send(own, [used])
    for (const id of [theirs, 'none', used])
      expect(await send(own, [mine, id], '', 'b')).toEqual({ kind: 'conflict', attachment: true })
    expect(await conversations.messages(own, 0, 10)).toHaveLength(1)
    expect(await send(own, [mine], '', 'c')).toMatchObject({ kind: 'stored' })
  })

  test('twenty a day, each conversation by itself', async () => {
    const { store, clock } = at()
    const [own, other] = [await begin(), await begin()]
    await add(own)
    const until = new Date(clock.now().getTime() + 24 * HOUR_MS).toISOString()
    clock.pass(HOUR_MS)
    for (let n = 1; n < 20; n++) await add(own)
    expect(await store.attachments.add(own, PHOTO)).toEqual({ kind: 'full', until })
    await add(other)
    clock.pass(23 * HOUR_MS)
    await add(own)
    expect(await store.attachments.add(own, PHOTO)).toMatchObject({ kind: 'full' })
  })

  test('what no message has taken up goes after a day; what was sent stays', async () => {
    const { store, clock } = at()
    const own = await begin()
    const [sent, left] = [await add(own), await add(own)]
    await send(own, [sent])
    clock.pass(24 * HOUR_MS)
    await add(own)
    expect(await store.attachments.ofConversation(own, sent)).toBeDefined()
    expect(await store.attachments.ofConversation(own, left)).toBeUndefined()
  })

  test('what a clerk uploads, that clerk alone sends, once, and the owner sees it from then on', async () => {
    const { store } = at()
    const [wang, li] = [await aClerk(store, '王芳'), await aClerk(store, '李娜')]
    const { conversation, ticketId } = await aHandoff(store)
    const upload = async (by?: string) => {
      const added = await store.attachments.add(conversation.id, PHOTO, by)
      return added.kind === 'stored' ? added.id : 'none'
    }
    const [mine, theirs, owners] = [await upload(wang.id), await upload(li.id), await upload()]
    await store.tickets.claim(ticketId, wang.id, '接手')
    const reply = (attachments: string[], clientMessageId = 'f') =>
      store.tickets.reply(ticketId, wang.id, { clientMessageId, text: '', attachments })
    for (const other of [theirs, owners, 'none']) expect(await reply([mine, other])).toEqual({ kind: 'attachment' })
    expect(await send(conversation.id, [mine])).toEqual({ kind: 'conflict', attachment: true })
    expect(await store.attachments.ofConversation(conversation.id, mine)).toBeUndefined()
    const sent = await reply([mine])
    expect(sent).toMatchObject({ kind: 'ok', message: { from: 'staff', text: '', attachments: [{ id: mine }] } })
    expect(await reply([mine])).toEqual(sent)
    expect(await reply([mine], 'again')).toEqual({ kind: 'attachment' })
    expect(await store.attachments.ofConversation(conversation.id, mine)).toMatchObject({ id: mine })
  })

  test('files of staff leave the owner their own twenty a day', async () => {
    const { store } = at()
    const own = await begin()
    for (let n = 0; n < 20; n++)
      expect(await store.attachments.add(own, PHOTO, 'wang')).toMatchObject({ kind: 'stored' })
    expect(await store.attachments.add(own, PHOTO, 'li')).toMatchObject({ kind: 'full' })
    await add(own)
  })
}
