import { foldInPlace } from '../entities/inPlace.ts'

/** Words that insult a person. Coarse dialect (老子, 锤子) and anger at the service (垃圾物业) are not among them. */
const CHINESE = [
  '(?:操|草|艹|日|干)(?:你|他|恁)(?:们)?(?:妈|娘|大爷|祖宗|全家|老?母)?(?:的|个)?(?:逼|比|x)?',
  '(?:你|他|特|踏)(?:妈|马|么)的(?!手机|电话|房|卡|钥匙|车|家|名字|生日|身份)',
  '(?<![我你他她爸姑姨舅奶老丈孩子宝宝的])妈的(?!手机|电话|房|卡|钥匙|车|家)',
  '妈(?:了|勒)?个?(?:逼|巴子|批)',
  '(?:草|操|曹)(?:泥|尼|你)(?:马|妈|玛)',
  '[傻煞沙莎]\\s?[逼比屄笔吊屌叉]',
  '[傻蠢]\\s?[bx](?![a-z])',
  '(?:大)?(?:脑残|(?<!人工)智障|弱智|白痴|蠢货|蠢猪|猪脑子?|猪头|傻子|二货|二百五)',
  '王八(?:蛋|羔子|犊子)?',
  '[混浑]蛋|浑球',
  '狗(?:东西|日的?|娘养的?|杂种|崽子|腿子|养的|眼看人低)',
  '(?:小)?杂种',
  '畜[生牲]',
  '人渣|败类|贱[人货]|贱婊?子?(?=们|$|，|！)|婊子|骚货',
  '(?:一群|一帮|都是|全是|这帮|这群|你们?这?些?|就是|真是)?(?:废物|饭桶|孬种|窝囊废)',
  '(?:一群|一帮|这群|这帮|你们是|都是|就是|当)(?:猪|狗|死人|畜|孙子)(?!窝|粮|毛|屎|叫)',
  '(?:全家|祖宗|妈|娘)(?:都|全)?死(?:光|绝|了|全家)?(?=$|[^一-龥]|吧|啊|的)',
  '死全家|断子绝孙|不得好死|生儿子没屁眼',
  '(?:物业|你|你们|都|怎么不|客服)去死',
  '滚(?:蛋|犊子|粗|你妈|尼玛|远点|开(?!水))',
  '龟(?:儿子?|孙)',
  '(?:屌|叼)你(?:老母|个?西)?|仆街|扑街|含家铲|冚家铲|粉肠',
  '妈卖批|麻卖批|瓜娃子|瓜批',
  '瘪犊子|鳖孙|兔崽子',
  '鸡巴|牛逼哄哄|装逼|逼玩意儿?|狗屁|放屁|屁话|吃屎|臭不要脸|不要脸|(?:你们|物业|简直|真|都)(?:真|都)?不是人(?!吧|工|为|可|在)|良心被狗吃了?',
  '我[操艹草](?!作|心|办|场|坪|莓|地|药)',
  '有病吧|脑子有病|神经病(?!院)|有毛病吧',
  'nmsl|cnm|tmd|wcnm|(?<![a-z])sb(?![a-z])|(?<![a-z])mlgb',
]
const ENGLISH = [
  'f+u+c+k\\w{0,4}',
  'f\\*+k?\\w{0,4}',
  'motherf\\w{3,8}',
  '(?:bull)?sh[i*]t\\w{0,4}',
  'bastards?',
  'ass ?holes?',
  'dick ?heads?',
  'bitch\\w{0,3}',
  'idiots?',
  'morons?',
  'imbeciles?',
  'scumbags?|scum',
  'retard(?:s|ed)?',
  'dumb ?ass\\w{0,2}',
  'cunts?',
  'pricks?',
  "(?:you|you are|you're|are|so|bunch of) (?:all )?(?:stupid|dumb)(?: \\w{2,10})?",
  'go to hell',
  'screw you',
  'piece of crap',
  'drop dead',
]
const ABUSE = new RegExp(`${CHINESE.join('|')}|\\b(?:${ENGLISH.join('|')})\\b`, 'giu')

/** Whether somebody is insulted; `folded` is folded in place. */
export function isAbusive(folded: string): boolean {
  return folded.search(ABUSE) >= 0
}

/** The text with insults replaced; the record keeps the original. */
export function maskAbuse(text: string): string {
  const folded = foldInPlace(text)
  let masked = ''
  let at = 0
  for (const match of folded.matchAll(ABUSE)) {
    const between = text.slice(at, match.index)
    const adjoins = at > 0 && between.trim() === ''
    if (!adjoins) masked += between + (/^[\x20-\x7e]/.test(match[0]) ? '(abuse removed)' : '（辱骂已隐去）')
    at = match.index + match[0].length
  }
  return masked + text.slice(at)
}
