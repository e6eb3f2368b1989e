/** Short lists of words, an idea each. */
import { concept } from '../../concept.ts'

/** Money asked, which is called robbery or murder. */
export const PRICE = concept`
  块
  元(?!宝)
  [^电]价
  费
  收我
  涨
  贵
  扣
  [一二两三四五六七八九几\d]百
  [一二两三四五六七八九几\d]千
  押金
  停车
  依据
  (?:charge|price|fee|fees|hundred|quid|dollars|yuan)
  一平
`

export const AS_PRICE = concept`
  (?<!有人|在被|正在|被人|我被|歹徒)(?:抢劫|打劫|抢钱|杀人)(?=都|也|啊|呀|吗|么|呢|吧|嘛|似|一样|[!！?？,，。 ]|$)
  robbery
`

export const ARMED = concept`
  刀
  枪(?!头)
  棍
  救命
  快来
  快报警
  help
`
