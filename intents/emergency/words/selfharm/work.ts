import { concept } from '../../concept.ts'

export const WORK = concept`
  维修
  师傅
  工人
  施工
  安装
  清洗
  猫
  狗
  鸟
  晒
  漏
  防水
  小偷
  偷
  打牌
  聊天
  乘凉
  抽烟
  拍照
  开会
  扔
  外墙
  快递
  workers?
  cat
  leak\w{0,4}
  repair\w{0,4}
  clean\w{0,4}
  smoking
`
