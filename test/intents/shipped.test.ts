import { describe, expect, test } from 'vitest'
import { shipped } from '../support/qiao.ts'

describe('what the shipped knowledge teaches', () => {
  test.each([
    ['我家通燃气的事到底啥时候能办好啊', 'gas.connection_status'],
    ['家里没气都三个月了，你们管不管', 'gas.connection_status'],
    ['没气这事归物业管还是归燃气公司管', 'gas.responsibility'],
    ['查一下我家还欠多少物业费', 'fee.bill'],
    ['咱们小区的游泳池几点开', 'facility.use'],
  ])('%s is answered at once, as %s', async (text, intent) => {
    expect((await shipped).classify(text)).toMatchObject({ intent, certainty: 'sure', outOfScope: false })
  })

  test.each(['帮我查下邻居电话', '隔壁小区的物业费一个月多少', '社保局周六上不上班'])(
    '%s belongs elsewhere',
    async (text) => {
      expect((await shipped).classify(text)).toMatchObject({ outOfScope: true })
    },
  )
})
