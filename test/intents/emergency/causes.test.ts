import { describe, expect, test } from 'vitest'
import { findEmergency } from '../../../intents/emergency/index.ts'

const none = (text: string) => expect(findEmergency(text)).toBeUndefined()
const found = (text: string, intent: string) => expect(findEmergency(text)?.intent).toBe(intent)

describe('figures of speech', () => {
  test.each([
    '一晚上三十块，你们咋不去抢劫呢',
    '又涨？这价是要抢劫啊',
    '房价跳水了，你们物业费还涨',
    '基金跳楼了，穷得叮当响',
    '楼上打得震天响，像要把楼炸了',
    '我火很大！打五个电话没一个接的',
    '业主群都吵翻了打起来了，全在骂你们',
    '财务要杀了我，发票重开行不行',
    '车库都快被外来车淹了',
    '网卡得我想把路由器从楼上扔下去',
    'this bot is murdering my patience',
    'everyone in the group is on fire about you people',
  ])('%s', none)
})

describe('stories, lessons, the news and the market', () => {
  test.each([
    '股票跌停，我今天血流成河',
    '游戏里那个困在电梯的密室怎么过关啊',
    '昨晚电视里那个跳楼的剧叫啥名',
    '失火的天堂是谁唱的',
    '孩子作业：为什么汽油着火不能用水灭',
    '推理小说里煤气中毒那个凶手是谁',
    '抖音刷到有人被困在矿井里，救出来没有',
    'which episode does she get kidnapped in',
  ])('%s', none)
})

describe('what is denied, over, explained, praised or only asked about', () => {
  test.each([
    '煤气灶打不着火了，没异味，能修吗',
    '刚才说闻到煤气味，原来是楼下炖臭豆腐',
    '流鼻血滴了一路，人早没事，地要拖',
    '电梯停在1楼，里面没人',
    'nobody is inside, but the lift won’t move',
    '上回我爸晕倒，多亏老李背下楼，想送面锦旗',
    '上次水管爆了换的那截管子，钱谁出',
    '上周三晚上打架的监控还在吗',
    '电梯三天两头关人，换新的要多少人同意',
    '太阳能水管冻裂去年修过',
    '一氧化碳报警器买哪个牌子好',
    '真要着火了往哪跑？你们管管',
    'does the warranty cover the pipe that burst',
  ])('%s', none)
})

describe('things and animals that are stuck, lost or struck', () => {
  test.each([
    '骑手说被困在西门进不来',
    '快递小哥被锁在单元门外半小时',
    '我的泰迪走丢了，戴红项圈',
    '儿子的书包失踪了',
    '孩子的水枪丢在沙坑',
    '晾的被子让楼上烟头烫了个洞',
    '头发卡在管子里，谁有弹簧来通一下',
    '我家狗吃了老鼠药，附近有宠物医院吗',
    '暖气管子里嘶嘶响，放气阀要不要拧',
    '泡脚桶漏了一地水',
  ])('%s', none)
})

describe('told by the signs alone', () => {
  test.each([
    ['灶没点，屋里冲鼻子，脑壳昏', 'gas.leak'],
    ['橱柜里那个报警器一直滴滴叫红灯闪，关不掉', 'gas.leak'],
    ['小孩把灶具旋钮拧着玩，我回来一屋子呛人', 'gas.leak'],
    ['手机弹出来说厨房浓度超标，奶奶在屋里睡觉', 'gas.leak'],
    ['窗户红通通的，噼噼啪啪的', 'emergency.fire'],
    ['电瓶充着电，嗤的一声往外蹿', 'emergency.fire'],
    ['地上全是水，到我脚脖子了', 'leak.burst'],
    ['角上那个铁疙瘩断了，滋我一脸', 'leak.burst'],
    ['my slippers are floating, the washing machine hose came off', 'leak.burst'],
    ['我在铁盒子里头，按啥都不动，灯也黑了', 'elevator.trapped'],
    ['我们俩在12楼和13楼当中，门扒不开', 'elevator.trapped'],
    ['门外头是墙，我手机百分之八', 'elevator.trapped'],
    ['师傅换灯的时候手粘在线上，人在抖', 'emergency.injury'],
    ['孩子把纽扣电池咽下去了', 'emergency.injury'],
    ['grandma’s mouth is drooping and her arm won’t lift', 'emergency.injury'],
    ['我躲衣柜里，外面脚步声没停', 'emergency.violence'],
    ['半夜有人摸我家锁眼，我灯都不敢开', 'emergency.violence'],
    ['护工在打我爷爷，我在手机里看着', 'emergency.violence'],
    ['刚刚还在沙坑，转个身就没人了', 'emergency.missing'],
    ['车里有个娃在哭，窗关着，大人不在', 'emergency.missing'],
    ['补习班说他没去，九点了还找不到孩子', 'emergency.missing'],
    ['猫拜托你们帮我找个好人家，以后不用再联系我了', 'emergency.selfharm'],
    ['药我都攒够了，睡一觉啥都好了', 'emergency.selfharm'],
    ['妹妹锁在厕所里，水红红的流出来', 'emergency.selfharm'],
  ])('%s → %s', found)
})

describe('slips in the words that matter', () => {
  test.each([
    ['店梯卡主了 出布去', 'elevator.trapped'],
    ['他那着刀在我门口', 'emergency.violence'],
    ['灶没关言，一屋子味', 'gas.leak'],
  ])('%s → %s', found)
})
