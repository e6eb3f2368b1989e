import { concept } from '../../concept.ts'

export const BIG = concept`
  快
  救命
  天花板
  灯
  楼道
  电梯
  客厅
  走廊
  满屋
  [屋家]里
  家门
  门口
  到处
  几米
  电
  一直
  好大
  狂
  路面
  地下
  车库
  ceiling
  everywhere
  home
  flat
  door
  lift
  garage
  out of
  light
  my
  对门
  楼下
  sink
  stair\w{0,5}
  car park
  basement
  ground floor
  help
  越来越大
  没人在家
`
