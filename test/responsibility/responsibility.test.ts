import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Conversation } from '../../bot/types.ts'
import { toTraditional } from '../../intents/script.ts'
import { catalogueOf, voicesOf } from '../../knowledge/catalogue.ts'
import { knowledge, openQiao, type TestQiao } from '../support/qiao.ts'

/** `also`: parties that would be right in place of `who`. */
interface Case {
  text: string
  who: string
  also?: string[]
}

const CASES = readFileSync(new URL('cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)
const LEAST = 0.97

const catalogue = catalogueOf(knowledge, voicesOf(knowledge, toTraditional))
const isEnglish = (text: string): boolean => !/\p{Script=Han}/u.test(text)

/** Who the owner is told to be responsible: by the rule of emergencies, else by the model's best intent. */
async function whoAnswers(qiao: TestQiao, text: string): Promise<{ intent: string; who: string }> {
  const locale: Conversation['locale'] = isEnglish(text) ? 'en' : 'zh'
  const { outcome, classification } = await (await qiao.owner(locale)).says(text)
  const best = classification?.alternatives[0]?.intent ?? ''
  const intent = outcome?.action === 'emergency' ? (outcome.intent ?? best) : best
  return { intent, who: catalogue.responsibility(intent, 'demo', locale)?.who ?? '' }
}

function named({ text, who, also = [] }: Case, card: string): boolean {
  const names = [who, ...also].map((id) => knowledge.parties.get(id)?.name[isEnglish(text) ? 'en' : 'zh'] ?? id)
  return names.some((name) => card.includes(name))
}

describe('who answers for it', () => {
  let qiao: TestQiao
  // A model that is not kept yet is trained here.
  beforeAll(async () => {
    qiao = await openQiao()
  })
  afterAll(() => qiao.store.close())

  it('knows every party of the cases, which are no repetitions', () => {
    const ids = CASES.flatMap(({ who, also = [] }) => [who, ...also])
    expect(ids.filter((id) => !knowledge.parties.has(id))).toEqual([])
    expect(new Set(CASES.map(({ text }) => text)).size).toBe(CASES.length)
    expect(CASES.length).toBeGreaterThanOrEqual(100)
  })

  it(`is named in at least ${LEAST * 100} of 100 cases`, async () => {
    const wrong: string[] = []
    for (const entry of CASES) {
      const { intent, who } = await whoAnswers(qiao, entry.text)
      if (!named(entry, who)) wrong.push(`${entry.text} → ${intent}: ${who}, not ${entry.who}`)
    }
    expect(1 - wrong.length / CASES.length, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST)
  })
})
