/** The few fixed words with which owners steer a form. Whole messages only, so that a sentence is never cut short. */

const END = '[\\s。.!！~～吧了的呀啊哦]*$'

const CANCEL = new RegExp(
  `^(那)?(算|算了|不用|不用了|取消|取消报修|不报|不报了|先不报|不弄了|别登记|不登记|never ?mind|cancel|forget it|no need)${END}`,
  'i',
)
const YES = new RegExp(
  `^(对|对的|对呀|是|是的|嗯|嗯嗯|没错|没问题|可以|好|好的|行|确认|登记|登记吧|提交|ok|okay|yes|yep|yeah|right|correct|sure|对，登记|yes, file it)${END}`,
  'i',
)
const NO = new RegExp(
  `^(不对|不是|错了|有错|有地方要改|改一下|要改|no|nope|wrong|not right|change|change something)${END}`,
  'i',
)
const NO_PHONE =
  /^(不留|不方便|不想留|没有|没电话|无|不用留|no phone|none|no|rather not|i'd rather not)[\s。.!！了吧]*$/i

export const saysCancel = (text: string): boolean => CANCEL.test(text.trim())
export const saysYes = (text: string): boolean => YES.test(text.trim())
export const saysNo = (text: string): boolean => NO.test(text.trim())
export const refusesPhone = (text: string): boolean => NO_PHONE.test(text.trim())
