import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createClassifier, hashExamples, loadModel, saveModel, trainInWorker, trainModel } from '../../intents/index.ts'
import { DEFAULTS } from '../../intents/options.ts'
import { namesAsExamples, suitToSize } from '../../intents/scarcity.ts'
import { SAMPLE } from './sample.ts'

const directory = mkdtempSync(join(tmpdir(), 'qiao-model-'))
afterAll(() => rmSync(directory, { recursive: true }))

const model = trainModel(SAMPLE)
const classifier = createClassifier(model)

describe('a trained model', () => {
  test.each([
    ['我家燃气啥时候能通呢', 'gas.connection_status'],
    ['3栋电梯坏了好几天', 'elevator.fault'],
    ['停车一个月多少钱', 'parking.fee'],
    ['how much do I pay for parking', 'parking.fee'],
    ['我们lift坏了', 'elevator.fault'],
  ])('understands %s', (text, intent) => {
    expect(classifier.classify(text).alternatives[0]?.intent).toBe(intent)
  })

  test('reads traditional characters, full width and capitals like plain ones', () => {
    expect(classifier.classify('電梯壞了')).toEqual(classifier.classify('电梯坏了'))
    expect(classifier.classify('ＬＩＦＴ ＩＳ Broken')).toEqual(classifier.classify('lift is broken'))
  })

  test.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['punctuation', '？？！'],
    ['an emoji', '🙏👍🏽'],
    ['half a surrogate pair', '\ud83d'],
    ['10,000 characters', '电梯坏了'.repeat(2500)],
    ['one long word', 'a'.repeat(10_000)],
    ['an unknown script', 'лифт сломался'],
  ])('judges %s without breaking', (_name, text) => {
    const { alternatives, confidence } = classifier.classify(text)
    expect(alternatives).toHaveLength(3)
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    const confidences = alternatives.map((scored) => scored.confidence)
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
  })

  test('never lists out_of_scope among the alternatives', () => {
    const { alternatives } = classifier.classify('讲个笑话')
    expect(alternatives.map(({ intent }) => intent)).not.toContain('out_of_scope')
  })
})

describe('training', () => {
  test('gives the same model twice', () => {
    expect(trainModel(SAMPLE)).toEqual(model)
  })

  test('gives the same model in a thread of its own', async () => {
    expect(await trainInWorker(SAMPLE)).toEqual(model)
  })

  test('needs two intents', () => {
    expect(() => trainModel(SAMPLE.slice(0, 3))).toThrow(/two intents/)
  })

  test('names the model after what it was trained on', () => {
    expect(model.version).toBe(trainModel(SAMPLE).version)
    expect(hashExamples(SAMPLE)).not.toBe(hashExamples(SAMPLE.slice(1)))
    expect(hashExamples(SAMPLE)).not.toBe(hashExamples(SAMPLE, { precision: 0.9 }))
  })
})

describe('a saved model', () => {
  test('classifies as before', () => {
    saveModel(model, directory)
    const again = createClassifier(loadModel(directory))
    for (const { text } of SAMPLE) expect(again.classify(text)).toEqual(classifier.classify(text))
    expect(again.version).toBe(classifier.version)
  })

  test('is missed with a coded error', () => {
    expect(() => loadModel(join(directory, 'nothing'))).toThrow(expect.objectContaining({ code: 'bad_input' }))
  })
})

describe('the settings for few examples', () => {
  const weight = (examples: number) =>
    suitToSize(DEFAULTS, examples, 100).familyWeights.meaning / DEFAULTS.familyWeights.meaning

  test('leaves the dictionaries’ weight alone from forty examples an intent on', () => {
    expect(weight(4000)).toBe(1)
    expect(weight(3900)).toBeGreaterThan(1)
  })

  test('never weighs the dictionaries more than 1.6 times', () => {
    expect(weight(100)).toBe(1.6)
  })

  test('leaves naive Bayes out where there is next to nothing to count', () => {
    expect(suitToSize(DEFAULTS, 100, 100).bayes.weight).toBe(0)
    expect(suitToSize(DEFAULTS, 4000, 100).bayes.weight).toBeCloseTo(DEFAULTS.bayes.weight)
  })

  test('lets small folds settle longer', () => {
    const passes = (examples: number) => suitToSize(DEFAULTS, examples, 100).svm.foldEpochs
    expect(passes(4999)).toBe(3)
    expect(passes(5000)).toBe(DEFAULTS.svm.foldEpochs)
  })

  test('teaches the names of intents where there are few examples, and not what is out of scope', () => {
    const names = ['card_arrival', 'gas.connection_status', 'out_of_scope']
    expect(namesAsExamples(names, 119)).toEqual([
      { text: 'card arrival', intent: 'card_arrival' },
      { text: 'gas connection status', intent: 'gas.connection_status' },
    ])
    expect(namesAsExamples(names, 120)).toEqual([])
  })

  test('so that a word in a name alone is understood', () => {
    const examples = ['我想查一下', '帮我看看', '这个怎么弄'].flatMap((text) => [
      { text, intent: 'parking.fee' },
      { text: `${text}吧`, intent: 'heating.status' },
    ])
    const { classify } = createClassifier(trainModel(examples))
    expect(classify('heating').alternatives[0]?.intent).toBe('heating.status')
    expect(classify('停车').alternatives[0]?.intent, 'the dictionary explains it by an English word').toBe(
      'parking.fee',
    )
  })
})
