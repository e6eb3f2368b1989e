/** What a short message asks of the matter that came before. */
export type Leaning =
  | 'phone'
  | 'where'
  | 'hours'
  | 'fee'
  | 'who'
  | 'next'
  | 'how_long'
  | 'why'
  | 'can'
  | 'papers'
  | 'same'

const START = '^(?:那么?|那我|請問|请问|还有|and|so|then|but|ok|okay)?[\\s,，]*'
const END = '[\\s。.！!？?呢呀啊哦的了]*$'
const whole = (words: string): RegExp => new RegExp(`${START}(?:${words})${END}`, 'i')

const THEY = '(?:你们|你們|他们|他們|它|这个|這個|那个|那個|师傅|師傅|前台|the|your|their|its|his)?\\s?'
const DAYS =
  '(?:这|這|本|下)?(?:个|個)?(?:周末|週末|周[一二三四五六日天]|週[一二三四五六日天]|星期[一二三四五六日天]|礼拜[一二三四五六日天])|今天|明天|后天|後天|今晚|晚上|早上|上午|中午|下午|节假日|節假日|假期|过年|春节|国庆|工作日|平时|夏天|冬天'
const EN_DAYS =
  '(?:the |this |next |on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:the |this )?weekends?|today|tomorrow|tonight|(?:the )?(?:morning|afternoon|evening)s?|(?:public )?holidays?'
const HOME =
  '(?:我家|我们家)?(?:[\\d一二三四五六七八九十]{1,3}\\s?(?:栋|棟|幢|号楼|單元|单元))+\\d{0,4}|(?:building|block) \\w{1,3}'

/** “给个准话”, “说个日子”: after the question, or instead of it. */
const A_DATE =
  '(?:你们?|就|只|我)*(?:给|給|说|說|要|来)(?:我)?(?:一?[个個])?(?:准|準|具体|具體|确切|大概)?(?:日子|时间|時間|日期|准话|准信|準話|準信|准数)'

/** In this order: the first that fits the whole message. */
const PATTERNS: [Leaning, RegExp][] = [
  [
    'phone',
    whole(
      `${THEY}(?:有)?(?:电话|電話|号码|號碼|联系方式|聯繫方式)(?:号码)?(?:是)?(?:多少|几号|什么|有吗|给我|給我|发我|给一个|吗|嗎)?|(?:给|給)我(?:个|個)?(?:电话|電話|号码|號碼)|怎么联系(?:他们|你们)?|怎麼聯繫|打(?:哪个|哪個|什么)(?:电话|電話|号)?|打给谁|${THEY}(?:phone|number|phone number)(?: please)?|what(?:'s| is) (?:the|their|your) (?:phone|number|phone number)|how (?:do|can) i (?:call|reach|contact) (?:them|you)|who do i call`,
    ),
  ],
  [
    'where',
    whole(
      `${THEY}(?:在|到|去)?(?:哪[里裡儿边]?|什么地方|什麼地方)(?:办|辦|交|拿|领|領|找|看|查|投|停|公示|报名|登记|登記|缴|签)?|${THEY}(?:地址|位置)(?:在哪[里儿]?|是什么|呢)?|怎么走|怎麼走|where(?: is (?:it|that)| do i go| exactly)?|(?:the )?address`,
    ),
  ],
  [
    'hours',
    whole(
      `${THEY}(?:几点|幾點|什么时候|什麼時候|啥时候)(?:上班|下班|开门|開門|关门|關門|营业|开始|结束)?(?:上班|下班|开门|关门)|(?:上|下)班(?:时间|時間)?(?:是)?(?:几点|幾點)|${THEY}(?:opening |office )?hours|when (?:do|are) (?:you|they) (?:open|close|closed)|what time do (?:you|they) (?:open|close)`,
    ),
  ],
  [
    'fee',
    whole(
      `(?:这个|這個)?(?:要|得|收|大概|一共)?(?:多少钱|多少錢|多少费用|花多少|几块|收费吗|收費嗎|要钱吗|要錢嗎|收钱吗|怎么收费|怎麼收費|免费吗|费用(?:是)?多少)|how much(?: is (?:it|that)| does it cost)?|is it free|the (?:fee|price|cost)|what does it cost`,
    ),
  ],
  [
    'who',
    whole(
      "(?:这|這|那|这事|这个|到底)*(?:归|歸|是|该|該|由|属于)?(?:谁|誰|哪个部门|哪家)(?:负责|負責|来?管|來?管|管的|修|出钱|的责任)|谁来管|找谁|找誰|who(?:'s| is) (?:responsible|in charge)|whose job is (?:it|that)|who do i ask",
    ),
  ],
  [
    'next',
    whole(
      '(?:我|我们)?(?:现在|現在|该|該|能|可以|要|应该|應該)*(?:怎么办|怎麼辦|咋办|咋整|怎么做|要做什么|做什么|該做什麼|干什么|干嘛)|下一步(?:呢|怎么办)?|(?:now )?what (?:now|next|should i do|can i do|do i do)(?: now)?|what then',
    ),
  ],
  [
    'how_long',
    whole(
      `(?:大概|大约|那|还|還|一般|得|要|需要|等|我)*(?:(?:多久|多长时间|多長時間|几天|幾天)(?:能|可以|才能|才)?(?:批下来|批下來|办下来|辦下來|办好|辦好|办完|下来|下來|拿到|弄完)?|几时|什么时候(?:能|会|可以)?(?:好|完|修好|弄好|通|来|到|有消息|解决)|什麼時候(?:能|會)?(?:好|來|修好|通)|啥时候(?:能)?(?:好|来|通))(?:能好|能修好|才好|能通|啊)?(?:[,，\\s]{1,3}${A_DATE})?|${A_DATE}|(?:今天|当天|當天|马上|現在|现在|明天|这周|這週)(?:就)?(?:能|可以)(?:拿到|办好|辦好|修好|弄好|好|来|來|通)(?:吗|嗎|么)?|can i (?:get|have) it today|(?:哪天|几号|幾號)(?:能|才能|可以)?(?:好|修好|弄好|通|通好|解决|来|到)|师傅(?:什么时候|几点|哪天|多久)(?:能)?(?:来|到|上门)|(?:几点|哪天)(?:能)?(?:来|到|上门)|how (?:much )?long(?:er)?(?: will it take| does it take)?|when (?:will|does|is) (?:it|they|he|she|someone|somebody|the repairer)(?: be)?(?: \\w+)?|when`,
    ),
  ],
  [
    'why',
    whole(
      '(?:这是|這是|到底|是)*(?:为什么|為什麼|为啥|為啥|凭什么不行|怎么会这样|啥原因|什么原因|什麼原因)|why(?: is that| not)?|how come',
    ),
  ],
  [
    'can',
    whole(
      "(?:你们|你們|物业|物業)?(?:就|怎么|怎麼|难道|難道)?(?:不能|不可以|能不能|可不可以|不会|不會|管不管|不管)(?:先|帮我|幫我|直接|派人|进去|進去|上门|上門|过来|過來|去)*(?:看|管|修|处理|處理|弄|关|關|拖|赶|趕|停|查|解决|解決)?(?:一下|看看|走|掉)?(?:它|他们?|她|这事|這事)?(?:吗|嗎|么|嘛)?|can(?:'t| not|not)? you (?:just )?(?:go in|look|check|do anything|stop (?:them|it|him)|fix it|help)(?: about it)?",
    ),
  ],
  [
    'papers',
    whole(
      '(?:我|需要|要|得|该|該|都|办|辦)*(?:带|帶|准备|準備|交|提供)(?:些)?(?:什么|什麼|啥|哪些)(?:东西|東西|材料|证件|證件|资料|資料|手续)?(?:去|来|過去|过去)?|(?:要|需要)(?:什么|什麼|啥|哪些)(?:材料|证件|證件|资料|資料|手续|手續)|what (?:do i|should i|to) (?:need to )?bring|what (?:papers|documents) do i need',
    ),
  ],
  [
    'same',
    new RegExp(
      `^(?:那么?|那要是|要是|and|what about|how about|and what about)?[\\s,，]*(?:${DAYS}|${EN_DAYS}|${HOME})(?:呢|上班吗|有人吗|怎么样|可以吗|\\s*[？?])[\\s。？?]*$|^(?:what about|how about|and) (?:${EN_DAYS}|${HOME})[.?\\s]*$`,
      'i',
    ),
  ],
]

/** Without the words that only press: “到底什么时候修好”, “你就说个日子”. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/’/g, "'")
    .replace(/^(?:那|那你)?(?:到底|究竟|你就)[\s,，]?/, '')

/** What it leans on; undefined when it says more than that. */
export function leaningOf(text: string): Leaning | undefined {
  return PATTERNS.find(([, pattern]) => pattern.test(bare(text)))?.[0]
}

/** Asks how far a work order is, without naming one. */
export const asksProgress = (text: string): boolean => PROGRESS.some((pattern) => pattern.test(text.trim()))
const PROGRESS = [
  /^(?:我的?|那|刚才的?|剛才的?)*(?:工单|工單|报修|報修|单子)?(?:单号|編號|编号|号码|號碼|号|號)(?:是)?(?:多少|几号?|什么|什麼|哪个)(?:来着|來著)?[呢？?。\s]*$/i,
  /^(?:那|我的?|工单|工單|现在|現在|目前|请问)*(?:到|走到|办到|修到)(?:哪|什么|什麼)(?:一?步|了|个?环节|程度|里|儿)*[呢？?。\s]*$/i,
  /^(?:那|现在|現在|目前)*(?:有|什么|什麼)?(?:进展|進展|进度|進度|消息)(?:怎么样|怎麼樣|如何|了|吗|嗎|没有?|呢)*[？?。\s]*$/i,
  /^(?:有人)?接单了?[吗没][？?]?$/i,
  /^(?:any news|any progress|how far is it|where is it now|what's the status)[.?\s]*$/i,
]
