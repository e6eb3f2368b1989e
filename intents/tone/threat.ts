import { concept, mentions, near, without } from '../emergency/concept.ts'

/** Asking about these, or having met with them, threatens nobody. */
const HARMLESS = concept`
  (?:收到|接到|发了?|寄了?|给我).{0,6}律师函、律师函.{0,6}(?:是|怎么|什么)、(?:你们|物业).{0,4}(?:起诉|告)(?:了)?(?:我|业主)
  (?:电话|号码)(?:是)?(?:多少|几号)、被(?:人|车)?堵、电视(?:台)?(?:信号|盒|没|看)、告(?:诉|知|示|别)、电梯.{0,3}广告
`
const INTENDS = concept`
  我、我们、就、要、去、会、再、联合、一起、大家、业主、准备、已经、直接、信不信、否则、不然、打、找、请、i'll、i will、we will、we'll、going to
  or (?:i|we)、my、call、contact
`
const PUBLIC = concept`
  曝光、媒体、记者、电视台、发(?:到)?(?:抖音|网上|网络|微博|小红书|朋友圈|快手)、上(?:热搜|新闻|抖音)、抖音、让(?:大家|全网).{0,4}(?:看|知道)、挂(?:到)?网
  media、reporters?、newspapers?、journalists?、expose、go public、tv station、weibo、tiktok、social media
`
const LAW = concept`
  律师、起诉、告(?:你|他|死|上|到|物业|去)、法院、打官司、法庭、走法律、法律(?:途径|程序|武器)、lawyers?、attorney、sue、suing、court
  legal action
`
const OFFICE = concept`
  12345、12315、市长热线、市民热线、市民服务热线、上访、信访、住建[局委部]、房管局、街道(?:办)?投诉、纪委、举报、投诉到、消协、政府、mayor、hotline
  report you、consumer association、authorities
`
const BLOCKADE = concept`
  (?:就|要|去|一起|咱们|大家|把|用|都).{0,6}堵(?:住|了|死|在)?(?:你们|小区|物业|这)?的?(?:大)?(?:门|路|出[入]?口|道闸|车库|道|通道|办公室|前台)
  堵门、拉横幅、横在门口、停(?:在|到)门口不、静坐、围(?:了|住)?(?:你们|物业)
  block(?:ing|ade)? (?:the|your|main) (?:main )?(?:gate|entrance|road|exit)、banners?
`
const BLOCKED_NOW = concept`有(?:人|车).{0,6}堵、(?:车|人)堵(?:着|了)?(?:在)?门、谁.{0,4}堵、被堵、someone .{0,10}block`
const HARM = concept`
  (?:弄|打|砍|捅|整)死(?:你|他|她)、(?:再.{0,6}|我要?|就|信不信我?)(?:打人|打你|揍你|揍人|动手|砍|砸)
  砸(?:了|烂)?(?:你们|物业|办公室|岗亭|前台|道闸|大门)、放火、一把火、你们等着、走着瞧、给我小心、别怪我、不客气了、要你们好看
  (?:让|叫)你们?.{0,4}(?:好看|吃不了兜着|滚)、找人(?:收拾|弄|打)、(?:知道|清楚)你.{0,4}(?:住|家|下班)
  i(?:'ll| will| am going to|'m going to) (?:kill|hurt|beat|smash|burn|destroy|break)
  you(?:'ll| will) (?:regret|be sorry|pay for)、watch (?:your back|out)
`

/** Threatens a blockade, publicity, the law, a hotline or harm; `folded` is folded in place. */
export function isThreat(folded: string): boolean {
  const text = without(folded.toLowerCase(), HARMLESS)
  if (mentions(text, HARM)) return true
  if (mentions(text, BLOCKADE) && !mentions(text, BLOCKED_NOW)) return true
  return [PUBLIC, LAW, OFFICE].some((means) => near(text, INTENDS, means, 6))
}
