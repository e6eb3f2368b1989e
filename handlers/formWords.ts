/**
 * The fixed ways in which owners steer a form: yes, no, cancel, wait… in both scripts and in English. Whole messages
 * only, so that a sentence that holds more is never cut short.
 */

const THANKS = /谢谢[你您啦了]*|謝謝[你您啦了]*|多谢|辛苦[你您]?了|麻烦[你您]?了|麻煩[你您]?了|thank(?:s| you)/gi
const MARKS = /[\s,，.。!！~～、;；…:：]+/g
const PARTICLES = '[吧啦呀啊哦喔噢了的呢嘛哈]*'

/**
 * One or several of the words and nothing else: “嗯，对的，就这样”. One after the other, the longer word first, for a pattern that repeats what
 * can be read in several ways takes time without end on “嗯嗯嗯嗯…”.
 */
function only(words: string): (text: string) => boolean {
  const next = new RegExp(`(?:${words})(?![a-z])${PARTICLES} ?`, 'iy')
  return (text) => {
    const all = bare(text)
    next.lastIndex = 0
    do if (!next.test(all)) return false
    while (next.lastIndex < all.length)
    return true
  }
}

const bare = (text: string): string => text.replace(/’/g, "'").replace(THANKS, ' ').replace(MARKS, ' ').trim()

/** @example saysYes('嗯 对的，就这样') // true; saysYes('对，不过电话错了') // false */
export const saysYes = only(
  '(?:那|就|请|請|帮我|幫我|都)*(?:对头?|對|是|嗯+|恩+|没错|沒錯|没问题|沒問題|没毛病|可以|好|行|成|要得|中|确认|確認|登记|登記|提交|报上去|报|報|這樣|这样|这么办|这么报|正确|正確)' +
    "|ok|okay|yes|yep|yeah|yup|right|correct|sure|fine|perfect|please(?: do)?|go ahead|file it|it is|all good|looks good|that(?:'s| is) (?:right|it|correct|fine)|👌|👍|✅",
)
/** @example saysCancel('算了，不报了') // true */
export const saysCancel = only(
  '(?:那|我|就|还是|還是|先)*(?:算了?|取消(?:报修|登记|報修|登記|掉)?|(?:不用|不要|不想|不需要|不|别|別)(?:再)?(?:给我)?(?:报修?|報修?|登记|登記|修|弄))|不用|不要|不需要' +
    "|never ?mind|cancel(?: it| that)?|forget (?:it|about it)|no need|stop|don't file(?: it)?|leave it",
)
export const cancelsAll = only(
  '(?:都|全部?|两个都|兩個都)(?:不要|不报|不報|不用|取消|算)|(?:全部|统统)不(?:报|要)|cancel (?:all|both|everything)',
)
/** @example saysNo('不对') // true; saysNo('不对，是5栋') // false */
export const saysNo = only(
  '不对|不對|不是|错|錯|有错|有錯|写错|记错|記錯|有地方要改|改一下|改改|改|要改|不行|不可以|不' +
    "|no|nope|wrong|incorrect|not (?:right|correct)|that's (?:wrong|not right)|change(?: something| it)?",
)
export const refusesPhone = (text: string): boolean =>
  ONLY_REFUSES(text) ||
  /^(?:那|就)?(?:电话|電話|手机|号码)(?:就|还是)?(?:不|别)(?:留|给|給|填|要|登)/.test(text.trim()) ||
  /(?:不|别|別|凭什么|憑什麼).{0,5}(?:留|给|給|告诉|提供).{0,5}(?:电话|電話|号码|手机|联系方式)/.test(text)
const ONLY_REFUSES = only(
  '(?:我|就|还是|還是|那)*(?:不想|不愿意?|不能|不方便|不太方便|不便|没法|不用|不必|不要|不需要|不)(?:留|打|给|給|说)?(?:电话|電話|号码|手机)?|没有?(?:电话|電話|手机)?|沒有?(?:電話|手機)?|无|無|保密|就在这[里儿]?(?:回|说|联系)?' +
    "|no phone|none|no|(?:i'd |i would )?(?:rather|prefer) not(?: to)?(?: say| give it)?|skip|i don't (?:have one|want to)",
)
/** Any time suits. */
export const saysAnyTime = only(
  '(?:我|时间|時間)*(?:随便|隨便|都行|都可以|随时|隨時|无所谓|無所謂|不限|看你们|看你們|你们定|你們定|(?:什么|什麼|哪个|哪個)?(?:时候|時候|时间|時間)都(?:行|可以|在|有人|方便)|一直(?:在家|有人)|天天在家|每天都在)|any ?time|whenever|any day|no preference',
)
/** An honest answer too, taken as it is. */
export const doesNotKnow = only(
  "(?:我|也)*(?:不知道|不清楚|说不清楚?|說不清楚?|不晓得|不曉得|记不得|不记得|不記得|看不出来|不好说|i )?(?:不知道|不清楚|说不清楚?|不晓得|不记得|no idea|don't know|not sure|can't tell)",
)
export const goesOn = only('(?:那|就|我)*(?:继续|繼續|接着(?:报|登记|来|说)?|接著(?:報|登記)?)|go on|continue')
/** Not an answer yet: “等一下，我问问老伴”. */
export const asksToWait = (text: string): boolean =>
  /^\s*(?:嗯+[…,，. ]*|好[，, ]*)?(?:你)?(?:等(?:一?下|会|會|等|我)|稍等|慢着|慢點|我?(?:再)?想(?:一)?想|我?(?:先)?(?:去)?(?:问问|問問|看看|问一下|看一下)|hold on|wait|one moment|just a (?:sec|moment|minute)|let me (?:think|check|ask|see))/i.test(
    text,
  )

/** One more matter, beside the one that is being filed. */
export const namesAnother = (text: string): boolean =>
  /还有|還有|另外|再报|再報|顺便|順便|也(?:坏|壞|不|漏|堵|有)|\b(?:also|another|besides|as well|one more)\b/i.test(text)

/** @example isQuestion('要多少钱') // true; isQuestion('什么时候都行') // false */
export const isQuestion = (text: string): boolean =>
  !/(?:什么|什麼|哪个|哪個)?(?:时候|時候|时间|時間)都|随便|隨便/.test(text) &&
  /[?？]|[吗嗎么](?:[。.！!]|$)|呢[。.]?$|多少|怎么|怎麼|咋|怎样|什么时候|什麼時候|啥时候|几点|幾點|多久|哪[里裡儿个天一]|哪個|谁|誰|为什么|為什麼|为啥|凭什么|能不能|可不可以|是不是|有没有|要不要|^\s*(?:how|what|when|where|who|why|which|can|could|do|does|is|are|will)\b/i.test(
    text,
  )
export const asksWhy = (text: string): boolean =>
  /为什么|為什麼|为啥|為啥|干嘛|干吗|凭什么|憑什麼|\bwhy\b|what for/i.test(text)

const DAY =
  '(?:(?:这|這|下)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]|明天|后天|後天|今天|今晚|明晚|平时|平時|平常|工作日|每天)'
const PART = '(?:早上|上午|中午|下午|傍晚|晚上|全天|一整天)?'
const OFFERED = new RegExp(
  `${DAY}${PART}(?:[\\d一二三四五六七八九十]+[点點]半?(?:以?[后後前]|左右)?)?(?=(?:我|家里|家裡|我们)?(?:都|也|全天|一直)*(?:在(?=家|[，,。.\\s]|$)|有人|有空|方便|可以|行))`,
)

/** A time that the owner offers by saying that somebody is there (“周日下午都在”). */
export const offeredTime = (text: string): string | undefined => OFFERED.exec(text)?.[0]
