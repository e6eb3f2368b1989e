import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../bot/ports.ts'
import type { Classifier, KnowledgeRevision } from '../../bot/types.ts'
import { fieldsOf, newOverride, withFields } from '../../knowledge/draftFile.ts'
import { exportKnowledge } from '../../knowledge/export.ts'
import { loadKnowledge } from '../../knowledge/load.ts'
import { Publisher, publishedOver } from '../../knowledge/publish.ts'
import type { Knowledge } from '../../knowledge/types.ts'
import { inProcessLive } from '../../live/inProcess.ts'
import { openStore } from '../../store/open.ts'
import { newId } from '../../wire/ids.ts'
import { testClock } from '../support/clock.ts'
import { smallKnowledge, trainSmall } from '../support/smallKnowledge.ts'

const PAY = 'intents/fee.pay.md'
const OVERRIDE = 'communities/demo/overrides/fee.pay.md'

let small: ReturnType<typeof smallKnowledge>
let store: Store
const errors: unknown[] = []

beforeEach(async () => {
  small = smallKnowledge()
  store = await openStore({ file: ':memory:', clock: testClock(), newId })
  errors.length = 0
})
afterEach(async () => {
  await store.close()
  small.end()
})

const live = inProcessLive((error) => errors.push(error))

/** One running instance, as far as its knowledge goes. */
async function instance() {
  const { version, knowledge } = await publishedOver(small.base, store.knowledge, (error) => errors.push(error))
  let mind: { knowledge: Knowledge; classifier: Classifier } = { knowledge, classifier: await trainSmall(knowledge) }
  const publisher = new Publisher({
    ...{ dir: small.dir, base: small.base, version, store, live, clock: testClock(), required: [] },
    train: trainSmall,
    current: () => mind,
    learn: (learnt, classifier) => {
      mind = { knowledge: learnt, classifier }
    },
    report: (error) => errors.push(error),
  })
  const answers = () => mind.knowledge.entries.get('fee.pay')?.answer.zh
  return { publisher, mind: () => mind, answers, hears: (text: string) => mind.classifier.classify(text) }
}

const fileText = (path = PAY): string => readFileSync(join(small.dir, path), 'utf8')
const draft = (content: string, path = PAY): Promise<KnowledgeRevision> =>
  store.knowledge.addDraft({ path, content, author: '小李' })
const answering = (zh: string): string => withFields(PAY, fileText(), { answer: { zh, en: 'At the desk, by card.' } })

describe('a draft', () => {
  it('that only says it better is compared, published, and answered by at once; one click leads back', async () => {
    const { publisher, answers } = await instance()
    const before = answers()
    const { id } = await draft(answering('到前台刷卡交。'))
    const { verdict } = await publisher.check(id)
    expect(verdict).toMatchObject({ findings: [], knowledgeVersion: 0, comparison: { fell: false, lost: [], won: [] } })
    expect(verdict?.comparison?.tests).toBeGreaterThan(20)
    expect(answers()).toBe(before)
    await publisher.publish(id, '王经理')
    expect(answers()).toBe('到前台刷卡交。')
    await publisher.rollBack(id, '王经理')
    expect(answers()).toBe(before)
  })

  it('by which the model answers worse is refused, and the tests that fell are named', async () => {
    const { publisher, answers, mind } = await instance()
    const before = mind()
    const parking = mind().knowledge.entries.get('parking.space')?.tests.zh ?? []
    const examples = fieldsOf(PAY, fileText()).examples ?? { zh: [], en: [] }
    // Near enough to the other intent's tests to take them over, and not the same.
    const zh = [...examples.zh, ...parking.map((text) => `${text}吧`), ...parking.map((text) => `请问${text}呀`)]
    const { id } = await draft(withFields(PAY, fileText(), { examples: { ...examples, zh } }))
    await expect(publisher.publish(id, '王经理')).rejects.toMatchObject({ code: 'knowledge_fell' })
    const { verdict, state } = (await store.knowledge.find(id)) as KnowledgeRevision
    expect(state).toBe('draft')
    expect(verdict?.comparison).toMatchObject({ fell: true })
    expect(verdict?.comparison?.lost.map(({ want, got }) => `${want} → ${got}`)).toContain('parking.space → fee.pay')
    expect(verdict?.comparison?.after).toBeLessThan(verdict?.comparison?.before ?? 0)
    expect(mind()).toBe(before)
    expect(answers()).toBe(before.knowledge.entries.get('fee.pay')?.answer.zh)
  })

  it('that promises is refused in words of both languages, before anything is trained', async () => {
    const { publisher } = await instance()
    const { id } = await draft(answering('三天内一定修好，收费 50 元。'))
    await expect(publisher.publish(id, '王经理')).rejects.toMatchObject({
      code: 'knowledge_wrong',
      details: {
        findings: expect.arrayContaining([expect.objectContaining({ zh: expect.stringContaining('50 元') })]),
      },
    })
    expect((await publisher.check(id)).verdict?.comparison).toBeUndefined()
  })

  it('that is no knowledge file at all is told so', async () => {
    const { publisher } = await instance()
    const { id } = await draft('hello')
    expect((await publisher.check(id)).verdict?.findings).toMatchObject([
      { where: PAY, zh: expect.stringContaining('文件写法不对') },
    ])
  })

  it('takes away no test that counts', async () => {
    const { publisher } = await instance()
    const whole = await publisher.check((await draft(answering('到前台刷卡交。'))).id)
    const tests = fieldsOf(PAY, fileText()).tests ?? { zh: [], en: [] }
    const fewer = withFields(PAY, fileText(), { tests: { ...tests, zh: tests.zh.slice(1) } })
    const { verdict } = await publisher.check((await draft(fewer)).id)
    expect(verdict?.comparison?.tests).toBe(whole.verdict?.comparison?.tests)
  })

  it('compared before something else was published is compared again', async () => {
    const { publisher, answers } = await instance()
    const [first, second] = [
      await draft(answering('第一种说法。')),
      await draft(newOverride('fee.pay', { zh: '扫码交。', en: 'Scan.' }), OVERRIDE),
    ]
    await publisher.check(first.id)
    await publisher.publish(second.id, '王经理')
    const published = await publisher.publish(first.id, '王经理')
    expect(published).toMatchObject({ state: 'published', verdict: { knowledgeVersion: 1 } })
    expect(answers()).toBe('第一种说法。')
  })
})

describe('what is published', () => {
  it('reaches another instance, which learns the same model, and one that starts later', async () => {
    const [here, there] = [await instance(), await instance()]
    const examples = fieldsOf(PAY, fileText()).examples ?? { zh: [], en: [] }
    const zh = [...examples.zh, '收款码贴在哪面墙上']
    const { id } = await draft(withFields(PAY, fileText(), { examples: { ...examples, zh } }))
    await here.publisher.publish(id, '王经理')
    await there.publisher.refresh()
    const late = await instance()
    for (const text of ['收款码贴在哪面墙上', '车位怎么租', '有蟑螂']) {
      expect(there.hears(text)).toEqual(here.hears(text))
      expect(late.hears(text)).toEqual(here.hears(text))
    }
  })

  it('of a compound alone stays in it', async () => {
    const { publisher, mind, answers } = await instance()
    const before = answers()
    await publisher.publish(
      (await draft(newOverride('fee.pay', { zh: '扫码交。', en: 'Scan.' }), OVERRIDE)).id,
      '王经理',
    )
    expect(mind().knowledge.communities.get('demo')?.overrides.get('fee.pay')?.answer?.zh).toBe('扫码交。')
    expect(answers()).toBe(before)
  })

  it('and can no longer be read is left out and reported, and the bot starts', async () => {
    const { id } = await draft('hello')
    await store.knowledge.publish(id, { version: 1, knowledgeVersion: 0, by: 'an older version' })
    const { answers } = await instance()
    expect(answers()).toBe(fieldsOf(PAY, fileText()).answer?.zh)
    expect(errors).toHaveLength(1)
  })
})

describe('the export', () => {
  it('writes it into the files, which say the same then; a second one changes nothing', async () => {
    const { publisher, mind } = await instance()
    await publisher.publish((await draft(answering('到前台刷卡交。'))).id, '王经理')
    await publisher.publish(
      (await draft(newOverride('fee.pay', { zh: '扫码交。', en: 'Scan.' }), OVERRIDE)).id,
      '王经理',
    )
    expect((await exportKnowledge(small.dir, store.knowledge)).written).toEqual([OVERRIDE, PAY])
    expect(loadKnowledge(small.dir)).toEqual(mind().knowledge)
    const texts = [fileText(), fileText(OVERRIDE)]
    expect(await exportKnowledge(small.dir, store.knowledge)).toEqual({
      written: [],
      same: [OVERRIDE, PAY],
      changed: [],
    })
    expect([fileText(), fileText(OVERRIDE)]).toEqual(texts)
  })

  it('after the way back writes what stood before', async () => {
    const { publisher } = await instance()
    const original = fileText()
    const { id } = await draft(answering('到前台刷卡交。'))
    await publisher.publish(id, '王经理')
    await exportKnowledge(small.dir, store.knowledge)
    await publisher.rollBack(id, '王经理')
    expect((await exportKnowledge(small.dir, store.knowledge)).written).toEqual([PAY])
    expect(fileText()).toBe(original)
  })

  it('leaves a file alone that was edited by hand since', async () => {
    const { publisher } = await instance()
    await publisher.publish((await draft(answering('到前台刷卡交。'))).id, '王经理')
    writeFileSync(join(small.dir, PAY), answering('手改的。'))
    expect(await exportKnowledge(small.dir, store.knowledge)).toMatchObject({ written: [], changed: [PAY] })
    expect(fileText()).toContain('手改的。')
  })
})
