import { concept } from '../../concept.ts'

export const NOISE = concept`
  放学
  疯跑
  ktv
  剧本
  天天
  每[天晚]
  \d点
  [一两三十]点
  游戏
  孩子玩
  小孩玩
  电影
  噪
  玩
  party
  every
  parrot
  playing
  alarm
  门铃
  鹦鹉
  八哥
  老鼠
  蟑螂
  吓(?:到|得)我
  真人
  机器
  音量
  (?:baby|kid|child) (?:woke|is|was|keeps)
  row
  drill\w{0,3}
`
