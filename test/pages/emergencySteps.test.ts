import { expect, test } from 'vitest'
import { instructionOf } from '../../pages/owner/cards/emergencySteps.ts'

test('lead, numbered steps with what belongs to them, the rest', () => {
  const lines = [
    'Touch no switch.',
    '1. Close the valve.',
    '2. Phone outside: 119.',
    'Gas emergency: 0.',
    '3. Knock.',
    'Staff know.',
  ]
  expect(instructionOf(lines)).toEqual({
    lead: 'Touch no switch.',
    steps: ['Close the valve.', 'Phone outside: 119.\nGas emergency: 0.', 'Knock.'],
    after: ['Staff know.'],
  })
})

test('words without numbers stay in order', () => {
  expect(instructionOf(['谢谢您说出来。', '可以打 12356。'])).toEqual({
    lead: '谢谢您说出来。',
    steps: [],
    after: ['可以打 12356。'],
  })
})

test('nothing gives nothing', () => {
  expect(instructionOf([])).toEqual({ lead: '', steps: [], after: [] })
})
