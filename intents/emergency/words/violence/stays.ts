import { concept } from '../../concept.ts'

export const STAYS = concept`
  就在
  楼下
  前男友
  前夫
  变态
  不走
  一直
  现在
  怕
  还在
  救
  快
  躲
  不让
  等我
  抓
  scared
  still
  help
  right now
  lift
  下夜班
  进了电梯
  won't leave
  home
`
