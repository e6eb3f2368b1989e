import { isComing, isDone } from './tense.ts'
import type { Context, Rule } from './types.ts'

const N = '(?:[\\d一二两三四五六七八九十几半百]{1,4}(?:\\s?(?:到|至|[-~–、])\\s?[\\d一二两三四五六七八九十]{1,3})?)'
const UNIT = '(?:\\s?个?[来多半]?\\s?(?:分钟|小时|钟头|工作日|星期|礼拜|月|天|日|周|年)|\\s?分钟|\\s?刻钟)'
const SPAN = `(?:(?<!月)${N}${UNIT}|个把(?:小时|钟头|月|星期))`
const COMES =
  '(?:就|能|会|可以|准|到|好|搞定|修好|解决|恢复|通|给您|帮您|派人|下来|上来|赶到|送到|来[人水电气]?|完工|完成|弄好|处理完|出结果|有人|出来|答复|回复|上门|过去|取|退|的事)'
const ABOUT =
  '(?:最多|最迟|最晚|最快|不出|不超过|顶多|至多|撑死|(?:您|再)?等我|再等|再过|再有|再给我|还要|还得|也就|预计|估计|大概要?|大约要?|差不多|需要|只要)'

const date = (pattern: string, unless?: Rule['unless']): Rule => ({
  kind: 'date',
  pattern: new RegExp(pattern, 'g'),
  ...(unless ? { unless } : {}),
})

/** Terms of law and contract, notice ahead, intervals, averages of the past: 保修5年内, 提前48小时, 最近大约5分钟. */
const isTerm = ({ before, phrase, after }: Context): boolean =>
  !/^\s?(?:退|给您|帮您|一定|肯定|师傅)/.test(after) && isTermBy({ before, phrase, after })

const isTermBy = ({ before, phrase, after }: Omit<Context, 'today' | 'next'>): boolean =>
  /保修|质保|保质|提前|至少|不少于|保存|保留|每|最近(?:大约|平均)?\s?$|有效|期限|满|第|法律|条例|规定|合同|验收/.test(
    before.slice(-14),
  ) ||
  /^(?:\s?(?:公告|通知业主|有效|值班|热线|电话|客服|服务|都有人|保修|质保))/.test(after) ||
  /24\s?小时(?!之?内|以内|后|就|能)/.test(phrase)

const isPast = (context: Context): boolean =>
  /(?:等|拖|过|停|坏|漏|用|修|住|催)了(?:快|都|整整|将近)?\s?$/.test(context.before) ||
  /从$/.test(context.before) ||
  /^(?:之?前|以前|以来|了)/.test(context.after)

const passes = (context: Context): boolean => isTerm(context) || isPast(context)

/** The clerk's own work at once is no promise: 我马上帮您登记. */
const isOwnWork = ({ phrase, after, before }: Context): boolean =>
  /(?:帮您|给您|替您|来|去|我)?(?:登记|查|记|问|看一?下|看看|转|报|核实|反映|催|确认|联系(?!您)|打电话|写)/.test(
    phrase + after.slice(0, 6),
  ) || /(?:请|麻烦)您?$/.test(before)

/** Spans of time until something happens, in numbers or in words. */
export const spans: Rule[] = [
  date(`${SPAN}\\s?(?:之内|以内|之后|以后|内|后|左右)`, passes),
  date(`${SPAN}(?:之?内)?\\s?${COMES}`, passes),
  date(`${ABOUT}.{0,5}?${SPAN}`, passes),
  date(`^\\s?(?:就|大概|大约)?${SPAN}吧?[，。！!,.]?$`, passes),
  date('(?:这|近|就)(?:个?一?两|几|一二|三两|三五)天(?:之?内)?', isDone),
  date('最近(?:一?两|几|三五)天(?:之?内)?', (context) => !isComing(context)),
  date('(?:再?过|再?等)(?:个?一?两|几|三五)(?:天|周|个?月|个?小时|个?星期)'),
  date(
    '(?:一会儿?|等会儿?|待会儿?|等一?下|回头|稍后|晚点|晚些(?:时候)?|过会儿?)(?!我?(?:看|查|再说|说)).{0,6}?(?:就|来|到|去|有人|给您|修|送|上门|通|好|联系您|回您)',
    isOwnWork,
  ),
  date(
    '眼看(?:就|要)|眼瞅着|(?:少则|多则|快则|慢则)[\\d一二两三四五六七八九十半]|(?:用|等|要|花)不(?:了|到)[\\d一二两三四五六七八九十半几]{1,3}个?(?:钟头|小时|分钟|天|周|星期|礼拜|月|晚上)|(?:马上|立刻|立马|立即|这就|现在就|即刻|赶紧|火速|当场|即将).{0,5}?(?:到|来|过去|上门|修|通|好|恢复|解决|派|安排|送|处理|退|下去|去)',
    isOwnWork,
  ),
  date(
    '(?:用|等|要|花)不(?:了|到)(?:多久|几天|多长时间|太久|一会儿)|没几天|(?:[一二两三四五]{2}|几)(?:天|个小时|分钟)的(?:工夫|功夫|事)',
  ),
  date(
    '(?<![昨前当那日号])(?:早上|上午|中午|下午|傍晚|晚上|夜里|凌晨)\\s?(?:[\\d一二两三四五六七八九十]{1,3}点|\\d{1,2}[:：]\\d\\d)半?',
    (context) => isDoneToday(context) || isHours(context),
  ),
  date(
    '(?:下班|睡醒|起床|回来|到家|吃完饭)[^，]{0,4}就(?:有|能|好|通|可以)|过(?:了|完)[^，]{1,4}(?:就|给您|能)|(?<![\\d一二两三四五六七八九十几])年后|月中之?[前内]?|开春(?:以?后|就)?',
    isDone,
  ),
  date(
    '就能(?:用上|住上|点火|做饭|洗上|喝上|通上|看到)|很快.{0,3}(?:就|能|会|好|到|通|来|恢复)|(?<![太得])快了|不久(?:就|会|后)|近[期日](?:就|能|会|内|将|安排|可以)|当[天日](?:就|能|给|退|修)|(?:隔|转|第二)天就|[前后]半夜|(?:饭|班|完|会)就(?:去|来|到|给|上)|分分钟|下班回来就|说话就到|转眼就',
  ),
  date(
    '(?<!(?:件|料|货|板|泵|阀|表|备|器)(?:还|都|已经|正)?)在(?:去您.{0,3}的|来的|赶来的|去的)?(?:路上|半道|途中)|(?:已经?)?在(?:去您.{0,3}的|来的|赶来的|去的)路上|正(?:在)?(?:往|赶)(?:您|过来|去).{0,3}|(?:正|已经)赶[来过]',
  ),
  date(
    '今[天日儿晚]?(?:个)?(?:早上|上午|中午|下午|傍晚|晚上|晚|夜里)?(?:之?内|以内|[^没未不]{0,6}(?:就|能|会|一定|肯定|之?前|可以|给您|帮您|修|弄|搞|到|过去|上门|恢复|有人|处理|把|回您|过来|来))',
    (context) => isDoneToday(context) || isHours(context),
  ),
  date('(?:下班|天黑|吃饭|晚饭|午饭|中午|傍晚|下午|上午|晚上|早上|夜里)(?:之?前|以前)', isDone),
  date(
    '(?<![昨前当那日号])(?:下午|上午|中午|傍晚|晚上|夜里|半夜)\\s?[\\d一二两三四五六七八九十]{0,3}点?半?(?:钟)?.{0,4}?(?:给您|师傅|就|能|会|(?<!家里)有人|修|到(?!早|晚)|过来|过去|上门|回您|回话|打给|恢复|通|处理|弄|送|搞定|答复|来[人水电气])',
    (context) => isDoneToday(context) || isHours(context),
  ),
]

/** From one hour to another, or from one hour on. */
const isHours = ({ before, phrase, after }: Context): boolean =>
  /^的(?=[，。,.！!]|$)/.test(after) ||
  /^.{0,2}(?:关|开门|熄灯|锁|停止|以后|之后|不)/.test(after) ||
  (/[到至]$/.test(phrase) && /^\s?\d/.test(after)) ||
  /(?:到|至|[-–—~])$/.test(before) ||
  /^\s?(?:到|至|[-–—~]|以?后|以前)/.test(after)

const isDoneToday = (context: Context): boolean =>
  isDone({ ...context, before: `${context.before}${context.phrase}`.replace(/(?:就|能|会)(?=.?$)/, '') }) &&
  !/就[把能会给]|一定|肯定|之?内$|能|会$|前$/.test(context.phrase)
