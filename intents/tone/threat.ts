import { concept, mentions, near, without } from '../emergency/concept.ts'

/** Asking about these, having met with them, or doing it to others threatens nobody here. */
const HARMLESS = concept`
  (?:收到|接到|发了?|寄了?|寄来|给我).{0,8}(?:律师函|律师信|传票|法院)、法院.{0,4}(?:寄|传票|怎么走|在哪|判)、律师.{0,3}(?:信寄|的信|让我?来|说五|说.{0,3}天内)
  律师函.{0,6}(?:是|怎么|什么)、你们.{0,3}请的律师、(?:你们|物业|还要|发函|函).{0,4}(?:起诉|告)(?:了)?(?:我|业主|,|，|$|吓)、起诉我
  (?:电话|号码)(?:是)?(?:多少|几号)、12345.{0,4}(?:是什么|是多少|几点)、被(?:人|车)?堵、电视(?:台)?(?:信号|盒|没|看|机)、告(?:诉|知|示|别)、转告
  (?:怎么|找谁|向谁|向哪里|要向谁|可以|匿名)举报、举报(?:一户|他|楼上|邻居|我)、不举报、不(?:打官司|起诉|上网)、多少钱、我表哥、前公司、以律师
  act as my lawyer、sue my boss、banner of thanks、blocking the entrance、爸妈别怪我、(?:kill|hurt) myself、不想告
`
const INTENDS = concept`
  我、就、要、去、会、再、联合、一起、大家、业主、准备、已经?、直接、信不信、否则、不然、打、找、请、上、到、i'll、i will、we will、we'll、i'm、we're、going to
  or (?:i|we)、my、call、contact、to、in
`
const PUBLIC = concept`
  曝光、媒体、记者、报社、电视台、交通台、今日说法、发(?:到)?(?:抖音|网上|网络|微博|小红书|朋友圈|快手|b站|视频)、上(?:热搜|新闻|抖音|微博)、抖音、小红书、微博、b站、热搜、挂(?:到)?网
  让(?:大家|全网).{0,4}(?:看|知道)、media、reporters?、newspapers?、journalists?、expose、go public、tv station、weibo、tiktok、douyin、social media
`
const LAW = concept`
  律师(?!证)、起[诉素]、告(?:你|他们|死|上|到|物业|公司|去|恁)、法院、官司、法庭、法律(?:途径|[程成]序|武器|责任|援助|上见)、诉讼、仲裁、立案、司法、诉状、追究、维权
  lawyers?、attorney、sue、suing、court、legal (?:action|letter)
`
const OFFICE = concept`
  (?<![\da-z])123[14]5(?!\d)、(?:市长|市民|政务|政府|服务)热线、上访、信访、住建[局委部]、房管局、市监局、纪委、消协、消费者(?:协会|投诉)、人大代表、督查、黑猫、政府、举报(?:你|物业|公司|给|到)、投诉到
  向.{1,6}(?:投诉|反映|举报)、mayor、hotline、report you、consumer association、authorities
`
/** Said of nothing but a threat. */
const PLAIN = concept`
  法院见、法庭见、法律上见、(?:我要|就|要|去|直接|等着)曝光、曝光你们、集体诉讼、走(?:司法|法律|诉讼)、保留.{0,6}(?:责任|起诉|权利)、我要(?:告|维权)、等着收(?:律师|传票)、see you in court
  ^发抖音、网上发[帖了]、发帖、叫记者、今日说法见、法律(?:途径|[程成]序)、律师.{0,3}(?:可以|能)告、律师函.{0,4}写好、举报.{0,4}乱收费、等(?:着)?(?:立案|传票)、上省里、信访办、向纪委、要举报(?=$|,|，)、去.{0,8}局举报
  bilibili、on the news、small claims、solicitor、(?:file|filed|has my) (?:a )?complaint、(?:post|posting) (?:all of )?this online、claim damages、statement of claim、petition office、douyin、legal letter we sent
`
const BLOCKADE = concept`
  (?:就|要|去|一起|咱们|大家|把|用|都).{0,6}堵(?:住|了|死|在)?(?:你们|小区|物业|这)?的?(?:大)?(?:门|路|出[入]?口|道闸|车库|道|通道|办公室|前台)、我要?堵门、拉横幅、横在(?:门口|大门)、静坐
  (?:就|要|去|一起|咱们|我们|大家|组织|否则|不然|再不).{0,12}把.{0,6}(?:门|路口|[出入]口|道闸|车库)口?.{0,3}堵、(?:围堵|堵住?)(?:你们|物业|小区|售楼|办公)
  (?:就|要|去|一起|否则|不然).{0,6}封(?:了|住|死)?(?:你们|小区|物业)?的?(?:大)?门、拉(?:起|出|上|了|个|条|几条){0,2}(?:横幅|条幅|條幅|白布)、(?:横幅|条幅|條幅).{0,4}(?:准备|做|印|订)好
  (?:我们|咱们|业主|大家|就|要去|一起|否则|不然|再不).{0,8}[挂打举扯](?:起|出|上|了|个|条|几条){0,2}(?:横幅|条幅|條幅|白布)、(?:去|到|来).{0,4}(?:物业|办公室|售楼).{0,6}闹
  围(?:了|住)?(?:你们|物业)、(?:to|will|gonna|we'll|i'll) block (?:the|your|main) (?:main )?(?:gate|entrance|road|exit)、banners?
`
const BLOCKED_NOW = concept`有(?:人|车).{0,6}堵、(?<!用)(?:车|人)堵(?:着|了)?(?:在)?门、(?:车|杂物|垃圾|快递|箱子|东西).{0,4}把.{0,6}堵、谁.{0,4}堵、被堵、催债、someone .{0,10}block`
const HARM = concept`
  (?:弄|打|砍|捅|整)死(?:你|他们|客服|保安)、(?:再.{0,6}|我要|我就|信不信我?)(?:打人|打你|揍你|揍人|动手|砍(?!死我)|砸(?!到|着))
  砸(?:了|烂)?(?:你们|物业|办公室|岗亭|前台|道闸|大门)、我.{0,4}放火、一把火烧、你们等着、走着瞧、给我小心、别怪我(?!们)、不客气了、要你们好看
  (?:让|叫)你们?.{0,4}(?:好看|吃不了兜着|滚)、找人(?:收拾|弄|打)、知道你.{0,4}(?:住|家|下班)、i(?:'ll| will| am going to|'m going to) (?:kill|hurt|beat|smash|burn|destroy|break) (?!myself)
  you(?:'ll| will) (?:regret|be sorry|pay for)、watch your back
`

/** Whether the owner threatens to block the gate or to besiege the office; `folded` is folded in place. */
export function isBlockade(folded: string): boolean {
  const text = without(folded.toLowerCase(), HARMLESS)
  return mentions(text, BLOCKADE) && !mentions(text, BLOCKED_NOW)
}

/** Whether the owner threatens a blockade, publicity, the law, a hotline or harm; `folded` is folded in place. */
export function isThreat(folded: string): boolean {
  const text = without(folded.toLowerCase(), HARMLESS)
  if (mentions(text, HARM) || mentions(text, PLAIN) || isBlockade(folded)) return true
  return [PUBLIC, LAW, OFFICE].some((means) => near(text, INTENDS, means, 5))
}
