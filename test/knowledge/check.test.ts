import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkKnowledge } from '../../knowledge/check.ts'
import { loadKnowledge } from '../../knowledge/load.ts'
import { addressed, amounts, datesAhead } from '../../knowledge/promised.ts'
import { REQUIRED_INTENTS } from '../../knowledge/required.ts'

const TODAY = '2026-06-01'

/** A change to one file, and what is to be said of it. */
interface Fault {
  fault: string
  file: string
  /** Gives the file's new text; undefined takes the file away. */
  plant(text: string): string | undefined
  says: RegExp
}

const FAQ = 'intents/fee.standard.md'
const ACTION = 'intents/repair.report.md'
const body = (text: string): string => `${text.slice(0, text.indexOf('\n## zh'))}\n## zh\n\n`
/** Puts a sentence at the start of the Chinese or English answer. */
const saying = (sentence: string, language = 'zh') => {
  return (text: string) => text.replace(`## ${language}\n\n`, `## ${language}\n\n${sentence}\n`)
}
const citing = (law: string) => (text: string) => text.replace(/^legal: .*$/m, `legal: [${law}]`)
const answer = (fault: string, sentence: string, says: RegExp, language?: string): Fault => ({
  fault: `${fault}: ${sentence}`,
  file: FAQ,
  plant: saying(sentence, language),
  says,
})

/** A compound's own words for an intent, in a file that isn't there before. */
function override(fault: string, id: string, body: string, says: RegExp, name = id): Fault {
  return {
    fault: `an override ${fault}`,
    file: `communities/demo/overrides/${name}.md`,
    plant: () => `---\nid: ${id}\n---\n${body}`,
    says,
  }
}

const FAULTS: Fault[] = [
  {
    fault: 'a law that is out of force',
    file: 'laws.yaml',
    plant: (text) => text.replace(/(property-44:[\s\S]*?inForce: [\d-]+),/, '$1, until: 2026-05-31,'),
    says: /property-44 is out of force since 2026-05-31/,
  },
  {
    fault: 'a law that is not in force yet',
    file: 'laws.yaml',
    plant: (text) => text.replace(/(property-44:[\s\S]*?inForce: )[\d-]+/, '$12026-06-02'),
    says: /property-44 takes effect only on 2026-06-02/,
  },
  { fault: 'an unlisted law', file: FAQ, plant: citing('property-999'), says: /laws\.yaml lists no property-999/ },
  {
    fault: 'a law to be checked',
    file: FAQ,
    plant: citing('civil-279'),
    says: /civil-279 is to be checked by counsel/,
  },
  answer('a promised date', '师傅明天到。', /promises “明天”/),
  answer('a promised date', '三天之内给您修好。', /promises “三天之内”/),
  answer('a promised date', '我们会尽快处理。', /promises “尽快”/),
  answer('a promised date', '12月5日通气。', /promises “12月5日”/),
  answer('a promised date', '周五前回复您。', /promises “周五前”/),
  answer('a promised date', 'It is mended within two days.', /promises “within two days”/, 'en'),
  answer('a promised date', 'Someone comes by Friday.', /promises “by Friday”/, 'en'),
  answer('an amount', '每月 2.8 元。', /names the amount “2\.8 元”/),
  answer('an amount', '一共三百块。', /names the amount “三百块”/),
  answer('an amount', '可以打八折。', /names the amount “打八折”/),
  answer('an amount', 'It costs 15 yuan.', /names the amount “15 yuan”/, 'en'),
  answer('nobody named', '这个请联系相关部门。', /“请联系相关部门” without a name and a number/),
  answer('nobody named', '建议您向有关单位反映。', /“您向有关单位” without a name and a number/),
  answer('nobody named', 'Please ask the relevant department.', /“the relevant department” without a name/, 'en'),
  answer('an unknown placeholder', '请打 {phone.mayor}。', /\{phone\.mayor\} is not in facts\.yaml/),
  {
    fault: 'a promise among what staff can do',
    file: FAQ,
    plant: (text) => text.replace(/^(staff_can:\s+zh: \[)/m, '$1明天给您答复, '),
    says: /promises “明天”/,
  },
  {
    fault: 'a promise in the bot’s own words',
    file: 'replies/unsure.yaml',
    plant: (text) => `${text}\nplanted: { zh: 师傅马上到, en: Coming }\n`,
    says: /replies: planted: promises “马上到”/,
  },
  {
    fault: 'an unknown party',
    file: FAQ,
    plant: (text) => text.replace(/^responsible: .*$/m, 'responsible: [mayor]'),
    says: /nobody is called mayor in parties\.yaml/,
  },
  {
    fault: 'a missing intent',
    file: FAQ,
    plant: () => undefined,
    says: /fee\.standard\.md: the file of this intent is/,
  },
  {
    fault: 'the same utterance in two intents',
    file: ACTION,
    plant: (text) => text.replace('examples:\n  zh:\n', 'examples:\n  zh:\n    - 物业费多少钱一平？？\n'),
    says: /also stands in/,
  },
  {
    fault: 'an example that is also a test',
    file: FAQ,
    plant: (text) => {
      const example = /examples:\n {2}zh:\n {4}- (.+)\n/.exec(text)?.[1] ?? ''
      return text.replace('tests:\n  zh:\n', `tests:\n  zh:\n    - ${example}\n`)
    },
    says: /is both example and test/,
  },
  {
    fault: 'an empty answer',
    file: FAQ,
    plant: (text) => `${body(text)}## en\n\nBy contract.\n`,
    says: /under "## zh" is missing/,
  },
  {
    fault: 'an answer in one language',
    file: FAQ,
    plant: (text) => `${body(text)}按合同。\n`,
    says: /under "## en" is missing/,
  },
  { fault: 'bad YAML', file: FAQ, plant: (text) => text.replace('title: {', 'title: {{'), says: /is not YAML/ },
  { fault: 'bad YAML outside intents', file: 'laws.yaml', plant: (text) => `${text}\n}:`, says: /laws\.yaml: .*YAML/ },
  { fault: 'no front matter', file: FAQ, plant: (text) => text.slice(4), says: /no front matter/ },
  {
    fault: 'an unknown field',
    file: FAQ,
    plant: (text) => text.replace('kind:', 'mood: calm\nkind:'),
    says: /Unrecognized key.*mood/,
  },
  {
    fault: 'an unknown kind',
    file: FAQ,
    plant: (text) => text.replace(/^kind: .*$/m, 'kind: rumour'),
    says: /kind: Invalid option/,
  },
  {
    fault: 'an id that another file has',
    file: FAQ,
    plant: (text) => text.replace(/^id: .*$/m, 'id: fee.pay'),
    says: /its id is fee\.pay; name the file after it/,
  },
  {
    fault: 'a field given twice',
    file: FAQ,
    plant: (text) => text.replace('kind: faq', 'kind: faq\nkind: action'),
    says: /is not YAML: .*unique/s,
  },
  {
    fault: 'a slot in a faq',
    file: FAQ,
    plant: (text) => text.replace('kind: faq', 'kind: faq\nslots: [what]'),
    says: /slots in a faq/,
  },
  {
    fault: 'an action without slots',
    file: ACTION,
    plant: (text) => text.replace(/^slots: .*\n/m, ''),
    says: /an action without slots/,
  },
  {
    fault: 'a slot that nobody asks for',
    file: ACTION,
    plant: (text) => text.replace(/^slots: .*$/m, 'slots: [what, shoe_size]'),
    says: /slots\.1: Invalid option/,
  },
  {
    fault: 'too few examples',
    file: FAQ,
    plant: (text) => text.replace(/(examples:\n {2}zh:\n {4}- .+\n)(?: {4}- .+\n)+/, '$1'),
    says: /has under 20 Chinese examples/,
  },
  {
    fault: 'a starter that is no intent',
    file: 'communities/demo/community.yaml',
    plant: (text) => text.replace(/^(starters:\s*\[)[\w.]+/m, '$1no.such'),
    says: /the starter no\.such is no intent/,
  },
  {
    fault: 'a fact that nobody uses',
    file: 'communities/demo/community.yaml',
    plant: (text) => text.replace(/^facts:\n/m, 'facts:\n  fee.air: { zh: 免费, en: free }\n'),
    says: /fee\.air is not in facts\.yaml/,
  },
  override('of no intent', 'no.such', '## zh\n\n按合同。\n\n## en\n\nBy contract.\n', /there is no such intent/),
  override('of an emergency', 'gas.leak', '## zh\n\n先开窗。\n\n## en\n\nOpen windows.\n', /an emergency has no words/),
  override(
    'with a promise',
    'fee.pay',
    '## zh\n\n明天来收。\n\n## en\n\nWe collect it.\n',
    /fee\.pay\.md: promises “明天”/,
  ),
  override('with an unknown placeholder', 'fee.pay', '## zh\n\n{x}\n\n## en\n\nx\n', /\{x\} is not in facts\.yaml/),
  override('in one language', 'fee.pay', '## zh\n\n按合同。\n', /under "## en" is missing/),
  override('that changes nothing', 'fee.pay', '', /it changes nothing/),
  override('of another name', 'fee.bill', '## zh\n\n好。\n\n## en\n\nOk.\n', /its id is fee\.bill/, 'fee.pay'),
]

describe('knowledge check', () => {
  let dir: string
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'qiao-knowledge-'))
    cpSync('knowledge', dir, { recursive: true, filter: (source) => !source.endsWith('.ts') })
  })
  afterAll(() => rmSync(dir, { recursive: true }))

  /** As the command says it: what loading refuses, or what checking finds. */
  const check = (): string[] => {
    try {
      const findings = checkKnowledge(loadKnowledge(dir), { required: REQUIRED_INTENTS, today: TODAY })
      return findings.map(({ where, what }) => `${where}: ${what}`)
    } catch (error) {
      return [String(error)]
    }
  }

  it('finds nothing wrong with what is shipped', () => {
    expect(check()).toEqual([])
  })

  it.each(FAULTS)('finds $fault', ({ file, plant, says }) => {
    const path = join(dir, file)
    const there = existsSync(path)
    mkdirSync(dirname(path), { recursive: true })
    const text = there ? readFileSync(path, 'utf8') : ''
    const planted = plant(text)
    expect(planted).not.toBe(text)
    if (planted === undefined) rmSync(path)
    else writeFileSync(path, planted)
    try {
      expect(check().join('\n')).toMatch(says)
    } finally {
      if (there) writeFileSync(path, text)
      else rmSync(path)
    }
  })
})

describe('what an answer may say', () => {
  it.each([
    ['{hours.office} 有人，费用 {fee.property}。', 'a placeholder'],
    ['打 110 或 12345。', 'a public number'],
    ['24 小时值班 {phone.24h}。', 'hours that are no date'],
    ['改结构要住建主管部门批，窗口打 12345 能问到。', 'an office by its name'],
    ['砖掉了一块，墙上有两块板松了。', 'things that are counted'],
  ])('%s (%s)', (sentence) => {
    expect([...datesAhead(sentence), ...amounts(sentence), ...addressed(sentence)]).toEqual([])
  })
})
