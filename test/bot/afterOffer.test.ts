import { expect, test } from 'vitest'
import { scripted } from '../support/classifier.ts'
import { openQiao } from '../support/qiao.ts'

const THEFT = { intent: 'security.theft', confidence: 0.88, certainty: 'close' as const }
const OFFERED = [
  { intent: 'security.theft', confidence: 0.88 },
  { intent: 'neighbor.ebike', confidence: 0.1 },
]
const start = async () => {
  const qiao = await openQiao({
    classifier: scripted({
      有人偷我电瓶: { ...THEFT, alternatives: OFFERED },
      停在车棚: { intent: 'parking.occupied', confidence: 0.92 },
      '有人偷我电瓶，停在车棚': { intent: 'security.theft', confidence: 0.91 },
      楼道灯坏了: { intent: 'light.public', confidence: 0.99 },
      '有人偷我电瓶，楼道灯坏了': { intent: 'security.theft', confidence: 0.91 },
      停水了吗: { intent: 'water.outage', confidence: 0.9 },
      '有人偷我电瓶，停水了吗': { ...THEFT, confidence: 0.86 },
    }),
  })
  const owner = await qiao.owner()
  await owner.says('有人偷我电瓶')
  expect(owner.last.outcome?.action).toBe('clarify')
  return owner
}

test('what is added after an offer is read together with what was unsure', async () => {
  const owner = await start()
  await owner.says('停在车棚')
  expect(owner.last.outcome?.intent).toBe('security.theft')
})

test.each([
  ['楼道灯坏了', 'light.public'],
  ['停水了吗', 'water.outage'],
])('“%s” is another matter', async (text, intent) => {
  const owner = await start()
  await owner.says(text)
  expect(owner.last.outcome?.intent).toBe(intent)
})

test('the transcript keeps what the owner wrote', async () => {
  const owner = await start()
  await owner.says('停在车棚')
  expect((await owner.sees()).filter(({ from }) => from === 'owner').map(({ text }) => text)).toEqual([
    '有人偷我电瓶',
    '停在车棚',
  ])
})
