import { concept } from '../../concept.ts'

export const BUSINESS = concept`
  应该(?:怎么|打|找|做)
  打什么电话
  责任
  谁(?:来)?(?:负责|承担|赔|出钱)
  怎么[算赔]
  收费
  多少钱
  费用
  [赔索]偿
  赔钱
  理赔
  医药费
  损失费
  保修
  保险
  减免
  原因.{0,2}查
  处理结果
  (?:有|出)结果
  结果呢
  进度
  维修单
  [事人].{0,2}怎么处理
  处理了吗
  修好[了没]吗?
  修了吗
  查清
  休养
  申请
  顺延
  答应补
  抵扣
  off my rent
  refund
  月卡
  合法
  隐患
  押金
  误工
  缴费
  交费
  贴.{0,3}通知
  登记
  怎么(?:换|装|预防)
  什么时候(?:修|打扫|装)
  (?:报过?警|处理)了想
  compensat\w{1,6}
  who pays
  insurance
  who do i call
  how to report
  概率
  几率
  赔吗
  赔多少
  钱谁(?:出|掏|付)
  谁掏
  检查过?没有?
  查过没
  (?:算不算|包不包|保不保|赔不赔|免不免).{0,12}(?:保|物业|活|修|费|$)
  质保
  保不保
  要多少(?:人|票|户)
  几成(?:人|业主)?
  多少票
  维修基?金
  (?:费|钱).{0,4}(?:免|扣|减|退)
  [扣免减退].{0,4}[天月]费?(?=行|可以|成|吗)
  单号
  (?:哪个|什么|啥)牌子
  [买选]哪(?:个|款|种)
  好用吗
  温馨提示
  哪里看
  还(?:想|敢|好意思)收
  凭什么收
  敢收
  依据
  能做(?:哪些|什么)
  是摆设
  换公司
  什么时候轮到
  修复
  粉刷
  开(?:个|张)?证明
  调解
  哪天轮
  does the warranty
  am i paying
  how do owners
  vote you out
  what became of
  any news
  is .{2,24} (?:mended|repaired|fixed) yet
  ping me when
  would your desk
  genuine
  说法
  (?<![我有])听说
  据说
  网上说
  群里说
  i heard
`
