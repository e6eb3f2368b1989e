import { concept } from '../../concept.ts'

/** Without any of these nobody speaks of being held in a lift. */
export const TRAPPED = concept`
  困
  关
  卡
  锁
  出不
  出来
  出去
  里面
  里头
  里边
  在里
  在电梯
  梯里
  停
  不动
  不走
  打不开
  开不
  不开
  扒
  掰
  没反应
  没动静
  悬
  坠
  往下掉
  下坠
  下不
  上不
  黑
  闷
  喊
  哭
  敲
  拍
  求救
  救
  半空
  中间
  之间
  半截
  夹层
  夹着
  夹住
  憋
  铁盒
  是墙
  stuck
  trapp\w{0,3}
  inside
  in here
  in the (?:lift|elevator)
  shut
  lock\w{0,3}
  stop\w{0,4}
  (?:won't|not|doesn't|can't|cannot|isn't|never|nothing) \w{3,8}
  get out
  let \w{2,4} out
  between
  dark
  dead
  froze\w{0,1}
  jamm\w{0,3}
  hang\w{0,4}
  halfway
  caught
  bang\w{0,4}
  shout\w{0,4}
  help
  门
  滑
  梯
  轿厢
  警铃
  按钮
  百分
  灯
  溜
  发抖
  心跳
  bell
  lift
  elevator
  cabin
  doors?
  minutes
  alone
  scared
  lights?
  box
`
