import { concept } from '../../concept.ts'

export const FALSE_ALARM = concept`
  (?<!是不是)(?<!会不会)(?<!是)误报(?![吗吧啊呢?？])
  会响
  才响
  怎么样?才
  没电
  电池
  坏
  修
  吵
  滴滴
  关掉
  关闭
  怎么关
  测试
  装
  瞎叫
  乱叫
  乱响
  瞎响
  质保
  battery
  test\w{0,3}
  every
  一做饭就响
`
