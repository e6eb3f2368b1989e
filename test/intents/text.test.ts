import { describe, expect, test } from 'vitest'
import { shippedDictionary } from '../../intents/dictionary/dictionary.ts'
import { extractFeatures, FAMILIES, FeatureList } from '../../intents/features.ts'
import { MAX_CHARACTERS, normalise } from '../../intents/normalise.ts'
import { soundOf } from '../../intents/pinyin.ts'
import { tokenise } from '../../intents/tokens.ts'

describe('normalising', () => {
  test.each([
    ['電梯壞了', '电梯坏了'],
    ['ＧＡＳ　３棟', 'gas 3栋'],
    ['  Lift\n\tBROKEN ', 'lift broken'],
    ['物业\u200b费', '物业费'],
    ['it’s', "it's"],
  ])('%s becomes %s', (text, folded) => {
    expect(normalise(text)).toBe(folded)
  })

  test('keeps beginning and end of a long story', () => {
    const folded = normalise(`甲${'乙'.repeat(5000)}丙`)
    expect(folded.length).toBeLessThanOrEqual(MAX_CHARACTERS + 1)
    expect(folded.startsWith('甲')).toBe(true)
    expect(folded.endsWith('丙')).toBe(true)
  })
})

describe('words', () => {
  test('are cut in each script by its own means', () => {
    expect(tokenise("物业什么时候修lift呀,it's 3栋501!").map(({ kind, stem }) => [kind, stem])).toEqual([
      ['han', '物业'],
      ['han', '什么'],
      ['han', '时候'],
      ['han', '修'],
      ['latin', 'lift'],
      ['han', '呀'],
      ['latin', 'it'],
      ['number', '3'],
      ['han', '栋'],
      ['number', '501'],
    ])
  })

  test('of one family share a stem', () => {
    const [first, second] = tokenise('leaking leaked')
    expect(first?.stem).toBe(second?.stem)
  })
})

describe('sounds', () => {
  const sound = (character: string) => soundOf(character.charCodeAt(0))

  test('of typing slips are alike', () => {
    expect(sound('通')).toBe(sound('同'))
    expect(sound('汽')).toBe(sound('气'))
    expect(sound('是'), 'zh, ch, sh are said like z, c, s in the south').toBe(sound('四'))
  })

  test('of different syllables differ; others have none', () => {
    expect(sound('水')).not.toBe(sound('电'))
    expect(sound('a')).toBe(0)
  })

  test('are the same in every process, whatever was heard before: a model is trained in another thread', () => {
    expect(sound('燃')).toBe(856133977)
  })
})

describe('the dictionary', () => {
  const explain = (text: string) => {
    const stems = new Set<number>()
    for (const token of tokenise(text)) shippedDictionary().explain(token, (stem) => stems.add(stem))
    return stems
  }

  test.each([
    ['煤气', 'gas'],
    ['蟑螂', 'cockroach'],
    ['租', 'rent'],
    ['噪音', '噪声'],
  ])('explains %s and %s by a common word', (one, other) => {
    const shared = [...explain(one)].filter((stem) => explain(other).has(stem))
    expect(shared).not.toEqual([])
  })

  test('knows nothing of numbers', () => {
    expect(explain('501').size).toBe(0)
  })
})

describe('the features', () => {
  const soundsIn = (text: string) => {
    const list = new FeatureList()
    extractFeatures(normalise(text), list)
    const sound = FAMILIES.indexOf('sound')
    return new Set([...list.hashes.subarray(0, list.length)].filter((_, i) => list.families[i] === sound))
  }

  test('are the same for any floor, building or hour, in figures or in words', () => {
    expect(soundsIn('五栋的电梯')).toEqual(soundsIn('三栋的电梯'))
    expect(soundsIn('12栋的电梯')).toEqual(soundsIn('三栋的电梯'))
    expect(soundsIn('我栋的电梯')).not.toEqual(soundsIn('三栋的电梯'))
  })

  test('have none of a number that stands alone', () => {
    expect(soundsIn('501')).toEqual(new Set())
  })
})
