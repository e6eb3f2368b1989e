import { concept } from '../../concept.ts'

/** Fire that is anger, food, travel, equipment or a flame in its place. */
export const HARMLESS = concept`
  火烧(?:云|赤壁|圆明园|连营|[店铺]?烧饼)
  失火的天堂
  城门失火
  抱薪救火
  火太大.{0,4}(?:糊|焦|锅|了还能)
  不(?:是|像)(?:着|起)?火(?!了)
  不冒烟
  喷火枪
  喷枪
  动火(?:证|作业)?
  火警(?:警报|报警|按钮|电话|主机|系统)
  电焊[^着烧燃]{0,14}火花
  烧火棍
  没(?:有)?(?:着|起)火
  [没无](?:有)?烟
  [脚手].{0,3}(?:热|烫)得
  (?:looks?|looked) like smoke
  防火
  火苗.{0,3}(?:[发是偏]?[黄红]|[太偏]?[小大]|跳|调)
  着火的?(?:视频|新闻|照片|图片|小区|通知)
  火化
  火葬
  火箭
  火星人
  烟花棒?
  仙女棒
  像.{0,5}爆炸(?:一样)?
  爆炸(?:一样|似的)
  灭火器?
  消防
  火锅
  火车
  [发上恼怒惹光窝]火
  火[大气爆力热腿候速急辣]
  打火(?!花|星)
  着火点
  [打点]不[着了]火?
  打[着了]火
  点[着了]?火
  [开关]着?火
  生意.{0,3}火
  火烧眉毛
  火冒三丈
  (?:十万)?火急
  防火[门墙]?
  后院起火
  心急如焚
  像.{0,5}(?:着火|火烧|冒烟)
  着火(?:了)?(?:一样|似的)
  (?:嗓子|喉咙|头顶|气得|急得|忙得|热得|渴得).{0,2}(?:冒烟|冒火|着火|起火)
  [睡摸等找接听]着了
  (?<!沙)发烧
  放火烧
  火灾(?:隐患|险|风险|责任|逃生|自救|预防|报警电话)
  fire (?:risk|hazard|drill|extinguisher|escape|alarm test|exit|door|hydrant|lane|safety|the|him|her|that|this|your|department number|insurance|station)
  firework
  fired?wall
  wild ?fire
  香薰
  (?:账单|看见|看到|气|想).{0,6}我就?冒(?:烟|火)
  火灾(?:报警|不会|会不会)
  (?:烧烤|打火机|蜡烛)[^,，。]{0,3}火苗
  炉子?的?火太[大小]
  (?:garlic|onions?|food|toast|rice|meat) burning
`
