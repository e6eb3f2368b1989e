const ROOM =
  '(?:厨房|灶台|客厅|餐厅|饭厅|主卧|次卧|客卧|卧室|书房|儿童房|老人房|保姆房|衣帽间|储藏室|储物间|玄关|过道|卫生间|洗手间|厕所|主卫|客卫|次卫|公卫|浴室|淋浴间|洗衣房|阳台|露台|飘窗|阁楼|天花板|吊顶|屋顶|窗台|阳光房|入户门|进户门|大门|房门|地下室)'
const COMMON =
  '(?:地下车库|地下停车场|地下室|地库|车库|停车场|单元门口?|单元楼|楼道口?|楼梯间|楼梯口?|走廊|电梯间|电梯厅|电梯口|电梯井|电梯|大堂|大厅|门厅|架空层|天台|楼顶|消防通道|水井房|管道井|配电房|水泵房|快递柜|小区(?:大|东|西|南|北|正|后|侧)?门口?|[东西南北正后侧]门(?:岗)?|门岗|岗亭|道闸|花园|绿化带|草坪|健身区|游乐场|儿童乐园|滑梯|泳池|会所|垃圾房|垃圾站|垃圾桶|充电棚|车棚|围墙|广场|门口|房间)'
const WHERE = '(?:门口|里面|上面|下面|旁边|外面|顶上|窗户|天花板|水池下面|水池|洗手池|墙角|墙面|地面)?'
const ENGLISH =
  /\b(?:master bedroom|guest bedroom|bedroom|living room|dining room|kitchen|bathroom|toilet|shower|balcony|study|hallway|corridor|staircase|stairwell|stairs|lobby|elevator|lift|underground garage|underground parking|garage|car park|parking lot|basement|roof|ceiling|main gate|gate|entrance|garden|swimming pool|pool|playground|gym|laundry room|utility room)\b/i
const CHINESE = new RegExp(`(?:${ROOM}|${COMMON})(?:的)?(?:${ROOM}|${WHERE})`, 'u')

/** The first room or part of the compound named, in the owner's own words. */
export function findPlace(folded: string, original: string): string | undefined {
  const match = CHINESE.exec(folded) ?? ENGLISH.exec(folded)
  if (!match) return undefined
  return original.slice(match.index, match.index + match[0].length).replace(/的$/, '')
}
