import { concept } from '../../concept.ts'

export const UNHURT = concept`
  没破
  没流血
  没大碍
  不严重
  皮外
  破了点皮
  烫了?个洞
  没[受砸]?伤
  没人.?受?伤
  无人
  没砸到
  没事
  幸亏
  幸好
  还好
  好在
  差一?点
  人没
  吓一?[跳坏]
  no ?(?:one|body) (?:was )?hurt
  luckily
  nearly
  almost
  windshield
  my car
  不[疼痛]
  破[了点]{0,2}皮
`
