import { concept } from '../../concept.ts'

export const LEFT = concept`
  一直
  天.{0,2}黑
  放学
  离家
  黑了
  出去
  出门
  下楼
  散步
  买菜
  遛弯
  上学
  去玩
  去倒
  转转
  走了
  早上
  上午
  傍晚
  下午
  中午
  昨[天晚]
  小时
  钟头
  半天
  一天
  到现在
  晚上
  天黑
  还没
  出走
  left
  since
  went
  school
  hours
  this morning
  walked out
  home
  haven't
  hasn't
  playground
  didn't
`
