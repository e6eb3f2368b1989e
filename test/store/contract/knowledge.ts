import { expect, test } from 'vitest'
import type { Store } from '../../../bot/ports.ts'
import type { HandClock } from '../fixtures.ts'

const PATH = 'intents/fee.pay.md'

/** Knowledge that is published from the desk. */
export function knowledgeContract(at: () => { store: Store; clock: HandClock }): void {
  const draft = (content: string, path = PATH) => at().store.knowledge.addDraft({ path, content, author: '小李' })
  const publish = async (id: string, version = 1, before = 'the file') => {
    const { knowledge } = at().store
    const knowledgeVersion = await knowledge.version()
    return knowledge.publish(id, { version, knowledgeVersion, by: '王经理', before })
  }

  test('a draft overrides nothing; published it does, and the version goes up', async () => {
    const { knowledge } = at().store
    const { id } = await draft('new words')
    expect(await knowledge.published()).toEqual({ version: 0, files: new Map() })
    expect(await publish(id)).toMatchObject({
      kind: 'ok',
      revision: { state: 'published', publishedBy: '王经理', before: 'the file' },
    })
    expect(await knowledge.published()).toEqual({ version: 1, files: new Map([[PATH, 'new words']]) })
  })

  test('changed by two at once, the first wins; a verdict goes with the words it was about', async () => {
    const { knowledge } = at().store
    const { id } = await draft('one')
    expect(await knowledge.judge(id, 1, { findings: [], knowledgeVersion: 0 })).toMatchObject({ kind: 'ok' })
    expect(await knowledge.edit(id, 1, { content: 'two' })).toMatchObject({ revision: { version: 2 } })
    expect((await knowledge.find(id))?.verdict).toBeUndefined()
    expect(await knowledge.edit(id, 1, { content: 'three' })).toEqual({ kind: 'stale' })
    expect(await knowledge.judge(id, 1, { findings: [], knowledgeVersion: 0 })).toEqual({ kind: 'stale' })
    expect(await publish(id, 1)).toEqual({ kind: 'stale' })
    expect(await knowledge.version()).toBe(0)
    expect(await knowledge.edit('none', 1, { content: 'x' })).toEqual({ kind: 'unknown' })
  })

  test('compared with knowledge that is no longer published, it is not published, and nothing is replaced', async () => {
    const { knowledge } = at().store
    const [first, second] = [await draft('first'), await draft('second')]
    const compared = { version: 1, knowledgeVersion: 0, by: '王经理' }
    const both = await Promise.all([knowledge.publish(first.id, compared), knowledge.publish(second.id, compared)])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['ok', 'stale'])
    expect((await knowledge.published()).files.size).toBe(1)
    expect((await knowledge.list({ states: ['replaced'] })).length).toBe(0)
  })

  test('the next one of a path replaces the one before; the way back leads to it', async () => {
    const { knowledge } = at().store
    const [first, second] = [await draft('first'), await draft('second')]
    await publish(first.id)
    await publish(second.id, 1, 'first')
    expect(await knowledge.rollBack(first.id, '王经理')).toEqual({ kind: 'gone' })
    expect(await knowledge.rollBack(second.id, '王经理')).toMatchObject({ kind: 'ok' })
    expect(await knowledge.published()).toEqual({ version: 3, files: new Map([[PATH, 'first']]) })
    expect(await knowledge.rollBack(second.id, '王经理')).toEqual({ kind: 'gone' })
    expect(await knowledge.version()).toBe(3)
    expect(new Set(await knowledge.contents(PATH))).toEqual(new Set(['the file', 'first', 'second']))
  })

  test('taken back where nothing stood before, nothing is published there', async () => {
    const { knowledge } = at().store
    const { id } = await draft('a new one', 'intents/pool.hours.md')
    await knowledge.publish(id, { version: 1, knowledgeVersion: 0, by: '王经理' })
    await knowledge.rollBack(id, '王经理')
    expect((await knowledge.published()).files.size).toBe(0)
    expect(await knowledge.rollBack('none', 'x')).toEqual({ kind: 'unknown' })
  })

  test('lists by path and state, the newest first; what is discarded is not published', async () => {
    const { store, clock } = at()
    const one = await draft('one')
    clock.pass(1000)
    const two = await draft('two', 'intents/fee.use.md')
    expect((await store.knowledge.list({})).map(({ id }) => id)).toEqual([two.id, one.id])
    expect(await store.knowledge.list({ path: PATH, states: ['draft'] })).toMatchObject([{ id: one.id }])
    expect(await store.knowledge.discard(one.id)).toMatchObject({ revision: { state: 'discarded' } })
    expect(await publish(one.id)).toEqual({ kind: 'gone' })
  })
}
