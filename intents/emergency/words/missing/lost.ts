import { concept } from '../../concept.ts'

const END = '(?=$|[,，。!！?？ 了啦他她人妈爸家啊呀呢吗快怎求帮在咋急已都大你全回])'

export const LOST = concept`
  跟丢
  找不见
  没了?踪影
  没(?:看|见|接)到(?=孩|人|$|,|，)
  未归
  不见[了啦]?(?!起)(?!.{0,8}(?:卡|证|钥匙|快递))
  人不见
  走[丢失散](?!过)
  丢[了啦]?${END}
  失踪
  找不[到着](?:[了啦])?${END}
  没找[到着]
  迷路
  失联
  联系不上
  (?:人)?(?:就|影|跑)?(?:都)?(?<![电水网气费钱卡号])没(?:有?了|影|人了)(?!电|水|网|气|空|钱|信)
  没音[信讯]
  不知(?:道)?(?:跑|去|走)(?:到)?(?:了)?哪
  离家出走
  跑[丢没]
  跑了(?=$|[,，。 ])
  (?:叫|喊).{0,8}没(?:应|人应)
  没跟上
  missing
  lost (?=my (?:kid|son|daughter|child|little|baby|mother|mum|mom|dad|father|grand))
  lost(?! (?:his|her|their|my|a|the|all|power|signal))
  wander(?:ed|ing)? ?(?:off|away|out|somewhere)
  (?:can't|cannot|couldn't) find
  disappeared
  (?:is|has) gone
  ran (?:off|away)
  没人影
  找(?:了)?(?:一圈|半天|遍).{0,4}(?:没|不)
  (?:钻|跑)(?:到)?哪
  出走
  下落不明
  不知去向
  去向不明
  has seen (?:him|her)
`
