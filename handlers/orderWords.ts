/** What an owner may want of a work order that is there. */
export type OrderWish = 'urge' | 'withdraw' | 'reopen'

const AGAIN =
  /又(?:坏|壞|漏|堵|停|渗|滲|跳闸|不[亮热熱行转轉好通动動]|出(?:问题|問題|毛病)|犯|这样|這樣|开始)|(?:没有?|沒有?|未)(?:给我?)?(?:修|弄|搞|处理|處理|通)好|修(?:了)?(?:也|等于|跟)没修|白修|还是(?:不|漏|坏|堵|老样子|那样|没好)|還是(?:不|漏|壞|堵|老樣子)|\bnot fixed\b|n't (?:been )?fixed|\bstill (?:broken|leak|not|doesn't|isn't)|\b(?:broke|broken|leaking|happening|failed) again\b|did ?n't hold/i
/** 催费, 催缴 are what the company does. */
const URGE =
  /催(?!费|費|缴|繳|款|收|账|賬|物业费|我|了[我你])|\b(?:chase|hurry|speed) (?:it|them|this|that)?\b|\bpush (?:it|them|this)\b/i
const WITHDRAW =
  /取消|撤(?:销|銷|掉|回|单|單|了)|(?:不用|不要|不需要|别)(?:再)?(?:修|来|來|弄|派人)了?|不修了|不报了|\bcancel|\bwithdraw|no longer need/i
const NAMES_ORDER = /工单|工單|单号|單號|维修|維修|报修|報修|师傅|師傅|\bwork order|\border\b|\brepair/i

/** The wish that the words hold; undefined when they hold none. */
export function orderWishIn(text: string): OrderWish | undefined {
  if (AGAIN.test(text)) return 'reopen'
  if (WITHDRAW.test(text)) return 'withdraw'
  return URGE.test(text) ? 'urge' : undefined
}

/** “催了没有”: asked, not asked for. */
export const wasUrged = (text: string): boolean =>
  /催[了过過](?:没|沒|吗|嗎)|did (?:you|they|anyone) (?:chase|push)/i.test(text)

/** Whether the words speak of a work order, a repair or a repairer. */
export const namesOrder = (text: string): boolean => NAMES_ORDER.test(text)
