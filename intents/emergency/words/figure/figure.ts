import { concept } from '../../concept.ts'

/** Ways of speaking that borrow the words of an emergency: for anger, a price, noise, haste, a crowd. */
export const FIGURE = concept`
  [跟像如似][^,，。!！?？]{0,6}(?:着火|失火|起火|火灾|爆炸|抢劫|打劫|抢钱|掐.{0,2}脖子|地震|打仗|触电)(?:冒烟|现场)?(?:了)?(?:一样|似的|一般|有(?:啥|什么)?两样|没两样|没(?:啥|什么)?区别|差不多)
  (?:像|要|快|能|都快)(?:是|要|把|被|给)?.{0,6}(?:楼|房子|屋顶|脑袋|脑子|耳朵|心态|肺|锅)(?:都)?(?:给|要)?[炸爆](?:了|开|掉)?
  (?:脑袋|脑子|耳朵|心态|肺)(?:都|要|快)?[炸爆](?:了|开|掉)?(?![伤药])
  [群圈](?:里|都)?.{0,8}(?:爆|炸|打起来)(?:锅)?了
  (?<!空气)(?<!油)炸开?锅了?
  燃起来了?加油
  炸裂(?!.{0,4}[伤水])
  爆炸(?:头|式|性)
  爆款
  (?:抢|吵|排|挤|堵)(?:得|到).{0,4}(?:要|快)打起来
  (?:票房|流量|热度|评论区|销量|订单|电话|预约).{0,3}爆了?
  (?:房价|油价|股价?|基金|币|价格?|行情|大盘|楼市|业绩|利率|工资|金价|成绩|评分|票房).{0,4}(?:跳水|跳楼|崩盘?|[炸爆]了)
  我(?:快|都|真|真的)?要(?:爆炸|炸|爆)了
  血流成河
  大出血(?=甩卖|打折|促销|降价|清仓)
  吐血(?:价|推荐|整理)
  血(?:亏|赚|崩|洗)
  割韭菜
  放(?:点)?血价
  杀人的心
  (?:财务|老板|领导|会计|客户|甲方|老师).{0,4}(?:要|得|会|非)(?:把我)?(?:杀|打死|弄死|砍|掐死)了?我?
  (?:打死|杀|弄死|揍死|掐死)(?:了)?我(?:了)?(?:哈哈|嘻嘻|嘿嘿|hh|😂)
  (?:呼噜|蚊子|味道?|热|臭).{0,6}[打咬熏]死人
  (?:咋|怎么|为啥|为什么|何)(?:你们)?不(?:直接)?去(?:抢|打劫)(?:劫|银行|钱)?
  一把火.{0,3}烧到我
  (?:我|他|她|心里)(?:的)?火(?:气)?(?:很|好|超|太|特别)?大
  (?:按|等|急|气|催|找|问|打|拍|恨|热|渴|忙)得.{0,3}冒[火烟]
  救火(?:队员|英雄|队长)
  (?:又|也)?不用救火
  (?:快|来|去)救火了?(?=$|[,，].{0,3}装)
  点火就着的?脾气
  (?:忙|累|冻|热|困|撑|羡慕|激动|笑|哭|吵)得?(?:快|要|都要)?(?:晕|昏|窒息|断气|背过气)(?:倒|过去|了)?
  (?:催|压|忙|逼|债|房贷|月供|贵|挤).{0,4}[喘透]不(?:过|上).{0,2}气
  被(?:车|人|刷屏|电话|消息|投诉|广告|外来车|快递|垃圾|口水|信息|单子|群消息)[^水雨,，。]{0,3}淹(?:了|没|死)?
  (?:外来车|电瓶车|快递|垃圾|消息|口水)淹了?
  (?:murder|kill|drown|chok|strangl|robb)\w{0,4} my (?:patience|wallet|ears|sleep|budget|nerves)
  (?:accounts|finance|boss|my boss) (?:will|would|is going to|are going to)? ?(?:kill|murder) me
  (?:before|until) the neighbou?rs (?:kill|murder) me
  on fire (?:on|about|over|with|these days|lol)
  (?:prices?|bills?|fees?|phone|group|market|market's) (?:is|are)? ?(?:on fire|burning|bleeding|drowning|exploding|crashing)
  bit (?:my|his|her) head off
  burning (?:hot|up|question)
  hot as (?:fire|hell)
  drowning in (?:work|debt|bills|noise|emails|messages|paper)
  bleeding (?:money|cash|us dry)
  daylight robbery
  is (?:that|this) robbery
  putting out fires
`
