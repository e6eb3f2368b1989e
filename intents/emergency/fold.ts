import { recent } from '../../bot/recent.ts'
import { toSimplified } from '../script.ts'

/** Longest part of a message that the rules read, in characters; the rest of a longer one changes nothing. */
export const LONGEST_READ = 4000

/** Slips of the input method and of dictation, written as what was meant. */
const SLIPS: [RegExp, string][] = [
  [/煤汽|媒气|媒汽|霉气(?=味|泄|漏)|没汽(?=味|泄)|煤起(?=味|泄|漏)|梅气/g, '煤气'],
  [/天然汽|天燃气|天燃汽|添然气/g, '天然气'],
  [/燃汽|[燃然]起(?=味|泄|漏)/g, '燃气'],
  [/[泄泻]露|泻漏|卸漏/g, '泄漏'],
  [/\belavator|elevater|elivator\b/g, 'elevator'],
  [/电[剃提替题弟体踢]|[垫店殿甸颠]梯/g, '电梯'],
  [/着[伙货获]|捉火|招火(?=了)/g, '着火'],
  [/起[伙货](?=了)/g, '起火'],
  [/失[伙货]/g, '失火'],
  [/冒[焉咽言]/g, '冒烟'],
  [/暴管|[报抱]管(?=了|啦|道爆)|爆馆/g, '爆管'],
  [/水管(子)?[暴报抱](?=了|裂|开|掉|咗)/g, '水管$1爆'],
  [/爆[烈列]|暴[裂烈列]/g, '爆裂'],
  [/([晕昏摔跌滑])到(?=了|在|，|,|。| |!|$)/g, '$1倒'],
  [/自[沙刹]/g, '自杀'],
  [/不想[或货]/g, '不想活'],
  [/不[贱健建](?=了)/g, '不见'],
  [/跳[搂喽]/g, '跳楼'],
  [/打[驾价](?=了|啦|$|，|,| )/g, '打架'],
  [/救[名明](?=啊|呀|!|,|，|$)/g, '救命'],
  [/失[综宗]/g, '失踪'],
  [/流[雪学]/g, '流血'],
  [/[处楚]电了/g, '触电了'],
  [/(?<=股|有|是|像)没气(?=味)/g, '煤气'],
  [/卡[主柱]|[卡咔]注(?=了)/g, '卡住'],
  [/出[布步部]([去来])/g, '出不$1'],
  [/关[言研盐眼颜](?=了|,|，| |$)/g, '关严'],
  [/[着招那]刀(?=在我|在门|站|堵|砍|追)/g, '拿刀'],
  [/[喘传揣](?=我?家?门)/g, '踹'],
  [/(^|[,，。!！ ])大架(?=$|了|[,，。!！])/g, '$1打架'],
  [/拿[倒道](?=砍|站|在门|追)/g, '拿刀'],
]

/** Words of Canton, Sichuan, the north-east and Taiwan, as the standard language has them. */
const DIALECT: [RegExp, string][] = [
  [/升降机|[𨋢䢂]|lift机/gu, '电梯'],
  [/唔見|唔见/g, '不见'],
  [/[唔毋冇]/g, '不'],
  [/喺度|喺/g, '在'],
  [/(?<=[我他她人])系(?=\d|[一二三四五六七八九]座|电梯)/g, '在'],
  [/入面|里边|里厢|头(?=出不来|出不去)/g, '里面'],
  [/[咗嘞]/g, '了'],
  [/勿(?=动|想|晓|对|要|好|会|是|开|来)/g, '不'],
  [/嚟/g, '来'],
  [/阿嫲|阿嬷|嫲嫲|阿妈(?!妈)/g, '奶奶'],
  [/睇/g, '看'],
  [/郁(?=不|到)/g, '动'],
  [/跌低/g, '跌倒'],
  [/水喉|喉管/g, '水管'],
  [/[晕暈]低/g, '晕倒'],
  [/揸/g, '拿'],
  [/斩(?=人|我|佢|他|她|死)/g, '砍'],
  [/(?<!言)行失(?![当败误效信])/g, '走失'],
  [/[我个]个?女(?=不见|走|跌|晕|被|未|还没)/g, '我女儿'],
  [/出不返来?/g, '出不来'],
  [/成间屋|成个屋/g, '满屋'],
  [/(?<=都|就)系(?=水|烟|火|血)/g, '是'],
  [/落去/g, '下去'],
  [/捱/g, '熬'],
  [/打交(?=[,，。!！]|$)/g, '打架'],
  [/[个阿](?:仔|囡)|[孙女]仔|女仔/g, '孩子'],
  [/有贼/g, '小偷'],
  [/(?<=[出走跑])不到(?=来|去)/g, '不'],
  [/[哋]/g, '们'],
  [/佢/g, '他'],
  [/嘅/g, '的'],
  [/俾人|畀人|遭人/g, '被人'],
  [/遭(?=关|困|锁|电|砸|撞|打|狗)/g, '被'],
  [/细路仔?女?|细蚊仔|娃儿|娃娃|娃子|伢|囡囡|囝|崽崽|细伢子/g, '孩子'],
  [/成屋|一屋头/g, '满屋'],
  [/屋头|屋企|厝内/g, '家里'],
  [/脑壳/g, '头'],
  [/婆娘/g, '老婆'],
  [/莫得|没得|木有/g, '没有'],
  [/瓦斯/g, '煤气'],
  [/火烛(?=啊|呀|喇|啦|!)|火着了/g, '着火'],
]

const UNSEEN = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

/** The rules, the tone and whoever takes figures of speech out read the same messages. */
const KEPT = 100

/** The text as the rules read it: cut, NFKC, lower case, simplified, slips and dialect words rewritten, spaces single. */
export const fold = recent(KEPT, (text: string): string => {
  const plain = text.slice(0, LONGEST_READ).normalize('NFKC').replace(UNSEEN, '').toLowerCase().replace(/[’‘]/g, "'")
  let folded = toSimplified(plain)
  for (const [found, meant] of DIALECT) folded = folded.replace(found, meant)
  for (const [found, meant] of SLIPS) folded = folded.replace(found, meant)
  return folded.replace(/\s+/g, ' ').trim()
})
