/** Said by itself, whatever came before: “退订”, “不用通知了”, “stop telling me”. */
const STOP_ALONE = new RegExp(
  [
    '^(?:好的?|行|谢谢|我)?[，,\\s]*(?:不用|不要|不必|别|別|无需|無需)(?:再)?(?:给我|給我|跟我)?(?:通知|提醒|告诉|告訴|推送?|发消息|發訊息)(?:我|消息|给我|給我|了|啦|吧|[。！!\\s])*$',
    '^(?:我?(?:想|要)?)?(?:退订|退訂|取消(?:订阅|訂閱|提醒|通知|推送|关注)|(?:关掉|关闭|關掉|關閉|停掉)(?:提醒|通知|推送))(?:了|吧|一下|[。！!\\s])*$',
    '^(?:please )?(?:unsubscribe(?: me)?|stop (?:telling|notifying|messaging|reminding) me|stop(?: the| these)? (?:reminders|updates|alerts|notifications)|(?:cancel|turn off)(?: my| the)? (?:alerts?|reminders?|notifications?|updates?)|no more (?:updates|reminders|messages))(?: please)?[.!\\s]*$',
  ].join('|'),
  'i',
)

/** Anywhere in a message that the classifier took for one about reminders. */
const STOP =
  /退订|退訂|(?:不用|不要|不必|不想|别|別|无需|無需)[^，,。]{0,4}(?:通知|提醒|推|收)|(?:取消|关掉|关闭|關掉|關閉|停掉?)[^，,。]{0,4}(?:订阅|訂閱|提醒|通知|推送|关注)|unsubscribe|\bstop\b|cancel|turn off|no more/i
/** “没有就不用打扰我” asks for less, not for nothing; “重新打开” for more. */
const GOES_ON = /没有就|沒有就|重新|恢复提醒|不用催|not stop|don't stop/i

export const stopsAlone = (text: string): boolean => STOP_ALONE.test(text.trim())

export const asksToStop = (text: string): boolean => stopsAlone(text) || (STOP.test(text) && !GOES_ON.test(text))

const WHEN =
  /[通来來好热熱]了|修好|恢复|恢復|[有变變][^，。]{0,4}(?:消息|进展|進展|变化|變化|动静|動靜|信儿?|结果|結果|更新|了)|到时候?|\b(?:when|once|if|as soon as|posted|know)\b/i
const TELL =
  /(?:告诉|告訴|通知|提醒|喊|叫|说|說|讲|講|吱|发|發|推|微信)(?:给|給)?(?:我|俺|一下|一声|一聲)|话我知|話我知|\b(?:tell|notify|ping|text|message|alert|remind) me\b|let me know|keep me posted/i

/** “通了告诉我一声”: leans on the matter that was answered last. */
export const asksToBeTold = (text: string): boolean => WHEN.test(text) && TELL.test(text)
