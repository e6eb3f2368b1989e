import type { Example } from '../../intents/index.ts'

const BY_INTENT: Record<string, string[]> = {
  'gas.connection_status': [
    '什么时候通气',
    '燃气还没通啊',
    '我家天然气哪天能通',
    '通气了没有',
    '燃气通到哪一步了',
    'when will the gas be on',
    'is the gas connected yet',
  ],
  'parking.fee': [
    '停车费多少钱',
    '停车怎么收费',
    '停一天车要几块',
    '车位费涨价了吗',
    '地下车库一个月收多少',
    'how much is parking',
    'what does parking cost a month',
  ],
  'elevator.fault': [
    '电梯坏了',
    '电梯停在三楼不动',
    '电梯一直有怪声',
    '2单元电梯又不走了',
    '电梯门关不上',
    'the lift is broken',
    'the elevator makes a strange noise',
  ],
  out_of_scope: ['明天下雨吗', '帮我写作业', '今天股票涨了没', '讲个笑话', 'what is the weather', 'tell me a joke'],
}

/** A small world, for tests of the ways of the model rather than of its figures. */
export const SAMPLE: Example[] = Object.entries(BY_INTENT).flatMap(([intent, texts]) =>
  texts.map((text) => ({ text, intent })),
)
