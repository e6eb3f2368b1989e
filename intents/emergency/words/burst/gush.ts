import { concept } from '../../concept.ts'

export const GUSH = concept`
  水射
  [射激]出来?
  开了?闸
  水帘洞
  through
  喷(?!漆|头|淋)
  涌
  狂[流喷]
  哗
  瀑布
  水柱
  冒水
  往.{1,4}(?:冒|飙|飚|标|呲|滋|灌|冲|涌|喷|淌|流|漏)
  [飙飚]
  [呲滋]水
  直[冲喷冒]
  冲(?:[出下进上]来?|到)
  一直冲
  灌
  嗷嗷
  淌
  gush(?:es|ing|ed)?
  spray(?:s|ing)?
  pour(?:s|ing)
  shooting
  spurting
  rush(?:es|ing)
  running (?:out|down|under|everywhere)
  streaming
  喷水
  冲天
  高压(?:水)?枪
  往上翻
  倒(?:水|下来)
  往里倒
  门缝.{0,3}[淌流冒]
  冲(?:了)?(?:我)?一身
  倾泻
  泻
  喷射
  like a river
  哗啦
`
