import type { Part } from '../bot/types.ts'

/** Only leakage has the five years, so that a bathroom's tap is no bathroom. */
const LEAK = /漏|渗|滲|防水|返潮|leak|waterproof|seep|damp/i
/** What leaks out of a pipe or tap is that pipe's matter; only these words still speak of the wall or floor. */
const SEEPS = /渗|滲|防水|返潮|waterproof|seep|damp/i

const PARTS: { part: Part; words: RegExp; leaksOnly?: boolean }[] = [
  { part: 'heating', words: /暖气片?|暖氣|地暖|散热器|分水器|供暖管|采暖|radiators?|(?:floor |central )?heating/i },
  { part: 'cooling', words: /中央空调|中央空調|供冷|新风|central air|air[- ]?con(?:ditioning)?/i },
  {
    part: 'wiring',
    words: /电线|電線|线路|線路|电路|插座|配电箱|配電箱|(?<!水)开关|wiring|wires?\b|sockets?|fuse box/i,
  },
  { part: 'pipes', words: /水管|管道|管子|下水管?|给水|排水|立管|pipes?\b|piping|plumbing|drains?\b/i },
  {
    part: 'structure',
    words: /主体|主體|承重|结构|結構|地基|基础沉|楼板裂|房梁|load[- ]bearing|structur\w+|foundation/i,
  },
  {
    part: 'fittings',
    words:
      /水龙头|花洒|马桶|馬桶|洗手盆|洗脸盆|五金|门窗|門窗|房门|入户门|防盗门|窗户(?!.{0,4}[漏渗])|橱柜|櫥櫃|衣柜|地板|瓷砖|地砖|墙砖|磁磚|墙纸|墙漆|乳胶漆|吊顶|踢脚线|热水器|\btaps?\b|faucets?|toilets? (?:seat|bowl)|\bdoors?\b|cupboards?|kitchen units?|\btiles?\b|floor(?:ing|boards)|wallpaper/i,
  },
  { part: 'roof', words: /屋顶|屋頂|屋面|楼顶|樓頂|顶楼天花|露台|roof\w*/i, leaksOnly: true },
  {
    part: 'outer_wall',
    words: /外墙|外牆|外窗|窗台|飘窗|(?:outer|outside|external|exterior) walls?/i,
    leaksOnly: true,
  },
  {
    part: 'bathroom',
    words:
      /卫生间|衛生間|厕所|洗手间|浴室|淋浴房|厨房|廚房|阳台|陽台|bathrooms?|shower room|kitchens?|balcon(?:y|ies)/i,
    leaksOnly: true,
  },
]

/** At most so many are answered at once. */
const MOST = 3

/** The parts of the warranty that an owner names, as they come in the text; none for what the law has no term for. */
export function partsIn(text: string): Part[] {
  const named = PARTS.map(({ part, words, leaksOnly }) => ({ part, leaksOnly, at: text.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  const carriesWater = named.some(({ part }) => part === 'pipes' || part === 'fittings' || part === 'heating')
  const leaks = (carriesWater ? SEEPS : LEAK).test(text)
  return named
    .filter(({ leaksOnly }) => !leaksOnly || leaks)
    .map(({ part }) => part)
    .slice(0, MOST)
}
