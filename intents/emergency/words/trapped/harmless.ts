import { concept } from '../../concept.ts'

export const HARMLESS = concept`
  电梯卡(?![在住到了])
  困难
  犯困
  困扰
  [很太好]困[了啊]
  里[面头]没有?人
  没有?人在里[面头]?
  刚?从电梯里?出来
  下不来楼
  (?:won't|doesn't|not|to|can't|barrier) lift
  (?:lift|elevator) card
  面包车
  停运.{0,16}下不[来去]
  老人家?下不[来去]
  下不[来去]楼
  (?:手|脚|头|指头).{0,3}(?:卡|夹)在
  (?:房子|屋子|房门|大门)(?:都|也)?锁着
  上电梯权限
  困意
  困难户
`
