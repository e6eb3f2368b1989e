import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fieldsOf, newOverride, withFields } from '../../knowledge/draftFile.ts'
import { readRevisable } from '../../knowledge/files.ts'
import { setYaml } from '../../knowledge/yamlEdit.ts'

const PATH = 'intents/fee.pay.md'
const file = readFileSync(`knowledge/${PATH}`, 'utf8')
const linesThatDiffer = (a: string, b: string): string[] => {
  const before = new Set(a.split('\n'))
  return b.split('\n').filter((line) => !before.has(line))
}

describe('a knowledge file written from fields', () => {
  it('stays byte for byte what it was where nothing changed, every file', () => {
    for (const [path, text] of readRevisable('knowledge')) {
      if (path.startsWith('intents/')) expect(withFields(path, text, fieldsOf(path, text))).toBe(text)
    }
  })

  it('gains one line with one example, and reads back as it was written', () => {
    const fields = fieldsOf(PATH, file)
    const zh = [...(fields.examples?.zh ?? []), '物业费: 能不能# “刷卡”交']
    const text = withFields(PATH, file, { examples: { zh, en: fields.examples?.en ?? [] } })
    expect(linesThatDiffer(file, text)).toHaveLength(1)
    expect(fieldsOf(PATH, text)).toEqual({ ...fields, examples: { ...fields.examples, zh } })
  })

  it('takes any text in any field', () => {
    const hostile = 'a: b # c\n- "d" {e} [f] \'g\' | > & * ! % @ `'
    const words = { zh: hostile, en: 'yes' }
    const lists = { zh: [hostile, 'null', ' x ', '3栋'], en: ['no', '1e3'] }
    const fields = { title: words, nextStep: words, staffCan: lists, staffCannot: lists, examples: lists, tests: lists }
    const text = withFields(PATH, file, { ...fields, answer: { zh: '你好。\n第二行。', en: 'Hello.' } })
    expect(fieldsOf(PATH, text)).toEqual({ ...fields, answer: { zh: '你好。\n第二行。', en: 'Hello.' } })
  })

  it('gives a compound words of its own', () => {
    const path = 'communities/demo/overrides/fee.pay.md'
    const first = newOverride('fee.pay', { zh: '到前台交。', en: 'Pay at the desk.' })
    const nextStep = { zh: '带房号。', en: 'Bring your home number.' }
    expect(fieldsOf(path, withFields(path, first, { nextStep }))).toEqual({
      answer: { zh: '到前台交。', en: 'Pay at the desk.' },
      nextStep,
    })
  })
})

describe('a YAML value that is set', () => {
  const yaml = '# top\nhours:\n  mon: ["08:30-12:00"]\n  # why\n  sun: []\nfacts:\n  phone.24h: { zh: 1, en: 1 }\n'
  it('leaves comments and every other line', () => {
    const text = setYaml(setYaml(yaml, ['hours', 'sun'], ['09:00-12:00']), ['facts', 'phone.24h', 'zh'], '028-1')
    expect(text).toBe(
      '# top\nhours:\n  mon: ["08:30-12:00"]\n  # why\n  sun: ["09:00-12:00"]\nfacts:\n  phone.24h: { zh: "028-1", en: 1 }\n',
    )
  })
  it('is added where there is none', () => {
    expect(setYaml(yaml, ['facts', 'fee.bulky'], { zh: '30 元', en: '30' })).toMatch(
      /# why[\s\S]*fee.bulky:\s+zh: 30 元/,
    )
  })
})
