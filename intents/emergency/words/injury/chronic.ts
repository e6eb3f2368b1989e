import { concept } from '../../concept.ts'

/** Long standing illness, told to explain something else. */
export const CHRONIC = concept`
  康复
  后遗症
  受不了
  吵
  每周
  偶尔
  常年
  多年
  病史
  休息不好
  住院
  楼层
  减免
  通行
  农药
  噪
  装修
  突突
  震得
  砸墙
  开钻
`
