import { expect, test } from 'vitest'
import { alarmOver, isEmergency, type Labelled, labelled } from '../support/alarm.ts'
import { shipped } from '../support/qiao.ts'

/** The held-out halves were never looked at line by line: where one falls short, the figure alone is shown. */
const SETS = [
  { file: 'spoken-dev.jsonl', caught: 0.98, falseAlarms: 0.06 },
  { file: 'spoken-heldout.jsonl', caught: 0.95, falseAlarms: 0.085 },
  { file: 'alarm-dev.jsonl', caught: 0.98, falseAlarms: 0.04 },
  { file: 'alarm-heldout.jsonl', caught: 0.95, falseAlarms: 0.06 },
  { file: 'near-dev.jsonl', caught: 0.98, falseAlarms: 0.09 },
  { file: 'near-heldout.jsonl', caught: 0.96, falseAlarms: 0.1 },
]
/** Ordinary messages, few of which sound like an emergency. */
const ORDINARY = ['owners-a.jsonl', 'owners-b.jsonl']
const OTHER_WISHES = ['物业费怎么交', '灯坏了谁修', '上次报的门禁修好没', '快递能放门岗吗', '去年的停车费发票还能开吗']

async function shareThatAlarms(messages: Labelled[]): Promise<number> {
  const classifier = await shipped
  return messages.filter(({ text }) => alarmOver(text, classifier)).length / messages.length
}

test.each(SETS)(
  '$file: what is told indirectly is caught, what only sounds like it is not',
  async (set) => {
    const messages = labelled(set.file)
    const real = messages.filter(({ intent }) => isEmergency(intent))
    const none = messages.filter(({ intent }) => !isEmergency(intent))
    expect(real.length).toBeGreaterThanOrEqual(70)
    expect(await shareThatAlarms(real)).toBeGreaterThanOrEqual(set.caught)
    expect(await shareThatAlarms(none)).toBeLessThanOrEqual(set.falseAlarms)
  },
  30_000,
)

test('among ordinary messages at most one in a hundred raises an alarm', async () => {
  const none = ORDINARY.flatMap(labelled).filter(
    ({ intent, also }: Labelled & { also?: string[] }) => ![intent, ...(also ?? [])].some(isEmergency),
  )
  expect(await shareThatAlarms(none)).toBeLessThanOrEqual(0.01)
}, 30_000)

test.each([
  ['after', (text: string, other: string) => `${other}，另外${text}`],
  ['before', (text: string, other: string) => `${text}，还有${other}`],
  ['after a question', (text: string, other: string) => `${other}？${text}`],
])(
  'an emergency %s another wish is caught all the same',
  async (_, join) => {
    const classifier = await shipped
    const alone = labelled('alarm-dev.jsonl')
      .filter(({ intent }) => isEmergency(intent))
      .filter(({ text }) => alarmOver(text, classifier))
    const joined = alone.map(({ text, intent }, place) => ({
      text: join(text, OTHER_WISHES[place % OTHER_WISHES.length]!),
      intent,
    }))
    expect(await shareThatAlarms(joined)).toBeGreaterThanOrEqual(0.97)
  },
  30_000,
)
