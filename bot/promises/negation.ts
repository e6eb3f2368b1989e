import type { Context } from './types.ts'

const SAY =
  '(?:保证|答应|承诺|说|讲|跟|给|确定|肯定|许|编|报|告诉|打|免|减|退|赔|让|把|断定|预|排|替|帮|为|少|随便|直接|现在|对|向|拿|用|轻易|等于|代表)'
/** Nobody can, nobody has, nobody knows: before the phrase, in its clause. */
const DENIED = new RegExp(
  [
    `(?:不能|不敢|没法|无法|没办法|不会|不可能|不可以|不便|不好|不想|不愿|不该|没资格|不准备|不打算|不)(?:就|再|也|先)?${SAY}`,
    '没(?:有)?(?:人|谁|任何人|说|讲|给|定|登记|收到|接到|排|答应|承诺|通知|公布|确定|权|资格|能力|办法|法|依据|规定|写|提)',
    '未(?:说|给|定|登记|收到|公布|确定|通知|承诺)|不知道|不清楚|不晓得|说不准|说不好|不好说|不确定|不一定|并非|并不|别信|不信|谁也|谁都(?:不|没)|无权|做不了主|不归|不由|不属实|取决于|[变派给报拿说]不出|骗',
  ].join('|'),
)
/** Right in front of it: 不是明天, 没保证. */
const DENIED_HERE =
  /(?:不是|不该|不归|轮不到|不由|不会|不能|不敢|没法|无法|没|没有|不|别|未|并非|不再|免得|不必)(?:完全|就是|是|在|您|再|有)?$/
/** After it: 定不了, 是骗您, 没人知道, 要看…. */
const DENIED_AFTER =
  /^[^，]{0,16}?(?:定不了|不了主|(?:保证|答应|承诺|给|办|做|打|免|减|退|赔|确定)不(?:了|到)|说不准|说不好|不好说|不确定|没定|没准|没个准|(?:没有?|还没|尚未|未)(?:登记|记录|排|通知|依据|准信|确定|公布|定|权|人知道|规定|把握|写)|不知道|不清楚|骗您|骗人|假的|不是真的|不属实|谣言|不能保证|不敢(?:说|保证)|我?说了不算|不归|不是我|要看|得看|这(?:话|说法|消息)[^，]{0,3}(?:不|没)|不(?:准确|对|实|算数|成立)|有误|作不了数|说不出|才(?:知道|清楚|能定|能说|好说)|这[种样]的?(?:话|说法)|没(?:有)?(?:的事|这回事|这个说法)|由.{1,8}(?:定|决定)|另说|两说|再定|待定)/
const ASKED =
  /能不能|会不会|是不是|行不行|要不要|有没有|可不可以|是否|能否|什么时候|哪天|几点|几天(?:能|才)|多久|多少|几号|谁|哪(?:位|个|天|里|家)|(?:吗|么|呢)[？?]?\s?$|方便(?:吗|不|么|看)?|在家(?:吗|么)|家里有人|有空(?:吗|么)|有时间(?:吗|么)|还是|(?:行|好|成|可以|合适|来得及|到)(?:吗|么|不(?=[？?]))|(?:修好|装好|换好|好|通|来|办完|办好|到|完)了(?:吗|么|没)/
const SUPPOSED = /要是|如果|假如|万一|的话|若是|倘若|即使|(?<![\u4e00-\u9fff\d])就算|哪怕|除非|等到/
/** What the owner is asked to do themselves. */
const TO_OWNER =
  /(?:请|麻烦|劳烦|辛苦)(?:您|你)?(?!放心|稍等|耐心|再?等|相信)|(?:您|你)(?:可以|有空|方便|先|尽量|最好|要|得|记得)/
/** 您12月1日前把材料交来: theirs too. */
const OWN_DEED = /^(?:之?前|以前)?(?:把|带|拿着|交|打|拨|去|提供|提交|填)/
/** Words of giving, which neither a question nor a wish takes back. */
const GIVEN = /给您|帮您|就能|就会|就到|就好|就修|就通|一定|肯定|保证|师傅|退给|免/

const DENIED_EN =
  /\b(?:can't|cannot|can not|won't(?! be charged| charge)|don't (?!worry|have to pay|need to pay|panic)|do not (?!worry)|doesn't|didn't|hasn't|haven't|isn't|nobody|no one|never (?!again|leak|happen)|unable|without|lying|pretend|neither|nor|refuse|hard to say|too early)\b|\bnot (?!a problem)|\bno (?!problem|worries|charge|need|doubt)/
const ASKED_EN =
  /\b(?:whether|if|when does|when do|when will|when is|are you|is anybody|is somebody|is anyone|does it suit|do you|would you|will you be|which|what|how (?:long|much)|who)\b/
const TO_OWNER_EN =
  /\b(?:please (?!be patient|calm|wait|don't|rest|hold)|you (?:can|could|may|might|need to|should) (?!expect|rest|count)|(?:^|\s)(?:call|bring|tell us|ask|reply))\b/
const GIVEN_EN = /\b(?:we'll|i'll|he'll|they'll|it'll|will be|gets)\b/

/** Asked from its first word on: Is Thursday all right? */
const ASKS_EN = /^\s*(?:is|are|was|were|will|would|can|could|shall|do|does|did|has|have)\b/
/** Of contracts, tariffs and periods: until when they run is on paper. */
const ON_PAPER =
  /合同|租期|有效期|保修|质保|年检|期限|公示期|缴费期|供暖期|采暖期|[交付缴租停]到(?:今年|明年|\d{4}年)?$|原(?:来|先)?(?:计划|定|说|打算)|每(?:天|日|晚|早|个?(?:周|星期|礼拜|月|季|年)).{0,6}$/
const RUNS_OUT = /^.{0,8}(?:到期|期满|截止|失效|过期|为止)/

/** 年底通不通，没有人答复; he says tomorrow, but it isn't on record. */
const DENIED_NEXT =
  /^(?:但是?|可是?|不过)?(?:这[话个]?|都|也)?(?:没有?(?:登记|依据|记录|通知|任何人|人(?:答复|说|知道|确认|敢)|收到)|(?:我们|公司|物业|我)(?:可)?没(?:有)?(?:发|说|答应|收|承诺|接)|没(?:发|说)过|查不到|不属实|是谣言|不是我们|别当真)|^ ?(?:but|and)? ?(?:that|this|it|there|nobody|we)? ?(?:isn't|is not|is no|has no|nobody|have not|haven't|didn't)/
/** Said of what was written or done at that time. */
const TOLD_OF = /^[^，]{0,8}(?:的(?:说法|消息|通知|公告|邮件|传言|检查|会)|(?:取消|推迟|延期|作废)了)|^才.{0,4}的/

/** Whether the words around a phrase take it back: denied, asked, supposed, or the owner's own to do. */
export function isTakenBack({ before, phrase, after, next }: Context, kind: string): boolean {
  if (DENIED_NEXT.test(next)) return true
  if (kind === 'date' && (TOLD_OF.test(after) || (/从$/.test(before) && /^(?:到|至)/.test(after)))) return true
  if (DENIED.test(before) || DENIED_HERE.test(before) || DENIED_AFTER.test(after)) return !isReassurance(before)
  // The phrase's first sign ends the word before it.
  if (DENIED_EN.test(`${before}x`)) return true
  const clause = before + phrase + after
  const asked = ASKED.test(`${before} ${after}`) || /([能会是行])不\1/.test(clause)
  if (asked && !GIVEN.test(after)) return true
  if (/^[^，]{0,4}(?:添堵|添麻烦|受累|久等|辛苦|受罪|委屈)/.test(after.replace(/^[给让叫]您/, ''))) return true
  if (SUPPOSED.test(clause) && !GIVEN.test(after)) return true
  if (ASKED_EN.test(before) || (ASKS_EN.test(before) && /\?\s*$/.test(after))) return true
  if (kind === 'date' && (RUNS_OUT.test(after) || ON_PAPER.test(before)) && !GIVEN.test(clause)) return true
  return (
    kind === 'date' &&
    ((/(?:您|你)$/.test(before) && OWN_DEED.test(after)) ||
      (TO_OWNER.test(before) && !GIVEN.test(after)) ||
      (TO_OWNER_EN.test(before) && !GIVEN_EN.test(clause)))
  )
}

/** 没问题, 不用担心, 别急 deny nothing. */
const isReassurance = (before: string): boolean =>
  /(?:没问题|没事|别急|别担心|不用担心|不用急|不要急|不着急)[^不没]{0,80}$/.test(before)
