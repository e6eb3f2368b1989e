import { concept } from '../../concept.ts'

/** What somebody reads, plays, studies, watches or trades, in which such things happen to nobody here. */
export const FICTION = concept`
  股[票市民]
  大盘
  炒股
  基金(?!.{0,8}(?:烧|跳楼|不想活))(?=.{0,12}(?:跳水|跌|涨|补仓|留不留|割肉|血))
  补仓
  比特币
  币圈
  股价
  游戏[里中内的外]
  这游戏
  玩游戏.{0,4}(?:被|里)
  外挂
  通关
  过关
  打怪
  丧尸
  密室
  副本
  剧本杀
  恐怖片
  看(?:电影|片|剧|小说)
  电视里
  剧情
  第几集
  哪一集
  大结局
  剧组
  拍戏
  拍(?:电影|电视)
  小说[里中]
  这(?:部|本|集)
  推理小说
  动漫
  综艺
  谁唱的
  这首歌
  那首
  歌词
  歌名
  的剧叫
  作业[:：]
  作业(?:要写|里|题|上|本上)
  作文(?:题|要写|要求|怎么)
  卷子
  考题
  物理题
  化学题
  数学题
  题目
  背完
  课文
  成语
  下半句
  上半句
  上一句
  下一句
  是哪一年
  怎么形成
  是谁的主意
  读后感
  手抄报
  安全教育平台
  的答案
  典故
  抖音(?:上)?[刷看]
  [刷看]到(?:视频|新闻|抖音|短视频|热搜)
  热搜
  微博上
  新闻(?:里|说|上|报)
  国外.{0,6}(?:地震|爆炸|火灾)
  朋友圈(?:里)?[看刷]
  my character
  this level
  (?:video|computer) ?games?
  beat (?:it|the level|the boss)
  which episode
  the (?:movie|film|song|novel|lyrics|series)
  stock market
  (?:my|his|her) stocks?
  crypto
  homework
  essay
  news said
  in the news
  on instagram
  on tiktok
  film about
  the plot of
  what song
  level (?:one|two|three|four|five|six|seven|eight|nine|ten)
`
