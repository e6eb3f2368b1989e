import { concept, mentions, near, tells } from './concept.ts'
import type { Rule } from './telling.ts'

/** Putting in order what one won't need any more. */
const ARRANGES = concept`
  (?:猫|狗|花|鱼|鸟|乌龟)[^,，。]{0,4}(?:拜托|托付|送给|归|帮我)、(?:帮|麻烦|拜托)[^,，。]{0,8}(?:喂|浇|收养|照顾)[^,，。]{0,6}(?:猫|狗|花|鱼)、花帮我浇、猫粮、[猫狗].{0,8}好人家、存折密码?、密码.{0,6}(?:告诉|写在|在)、东西.{0,4}(?:都)?(?:整理|收拾)(?:好|干净)、家里.{0,4}收拾(?:好|干净)、押金不用退
  (?:费|钱).{0,4}(?:都)?(?:结清|清了)、不用(?:再)?(?:催|退|给我打|联系|发短信)、让人来开门、你们分了吧、群我退、退群了?、钥匙在.{0,6}(?:下|里|上)、还不上了、watering my plants、gave away (?:his|her|my)
`
const FOR_EVER = concept`
  过了今[晚天夜]、以后(?:的事)?(?:就|也|都)?不(?:麻烦|用再?(?:联系|给我|找))、我?不(?:再)?回来了、很久很久、再也不(?:会|用)(?:回|来|麻烦)、(?:屋|家|房子)(?:里)?就?没人了、人都不在了、就都?清了、对不起大家、道个?别、说声对不起、谢谢这[些几]年、谢谢(?:大家|你们).{0,4}照顾、反正没人、明天.{0,4}来开门、won't be needing
  别怪[我他她]
`
const MOVING = concept`搬、退租、租约、新房、新家、出差、旅游、出国(?!.{0,4}不回)、回老家、过年、过节、调走、几天、[两三四五六七八九\d][周天]后?(?!没|不|几)、个月后?(?!没|不)、卖(?:了)?房、交房、离职、放假、住院、moving、holiday、vacation`
const WORDS = concept`
  一觉不[起醒]、睡(?:着|了)?(?:就)?(?:没|不|别)(?:再)?醒(?!酒)、(?:药|片).{0,8}(?:攒够|攒好|抠出来|排成|排好|一粒粒)、妈.{0,3}我先走了.{0,16}(?:不应|不开|敲)、想?走得干净、来[生世]再见、去找[她他]了.{0,4}别找、少我一个(?:没|也|不)、走了会不会(?:好|轻松)、(?:楼|层|上面)下去.{0,8}(?:疼|痛|快吗)、划了.{0,4}(?:几|好几)下.{0,10}停不
  水?红红的.{0,4}水?流、流出来.{0,6}红(?:色)?的水、绳子?挂(?:在|到)、绳.{0,6}门框、别救[了我]、发完.{0,6}关机、活到今天.{0,2}够、不想火(?=了)(?!.{0,4}红)、梦里.{0,8}轻松、今晚就算了(?=$|[,，。])、结束了.{0,8}(?:顶楼|楼顶|天台)、(?:顶楼|楼顶|天台).{0,10}结束了、人都不在了.{0,6}(?:钱|做什么)、(?:没有?力气|累了|撑不住)了?.{0,4}对不起
  不想再?[撑熬扛](?:了|下去)、保重.{0,8}先走(?!一步.{0,4}(?:上班|回家))、(?:说|闹|扬言).{0,8}[就要]死(?![了机])
  red water、lined (?:the|my) pills、pills (?:up|in a row)、how long does it hurt、(?:from|off) the \w{3,12} floor.{0,10}(?:hurt|die|fall)、fall from .{0,14}hurt
`
const OVER_THE_RAIL = concept`跨在.{0,12}外、(?:栏杆|护栏|窗台?|女儿墙)外头?.{0,10}(?:不动|看下|往下看)、坐在?(?:水箱|女儿墙|楼沿)、鞋子?.{0,4}放在?边、往下看人.{0,2}[小像]、(?:楼|上面)的风(?:真)?(?:好)?舒服.{0,6}往下`
const FAR_BELOW = concept`(?:底下|下面|楼下|地上)的?(?:人|车|灯).{0,3}(?:小|蚂蚁|远)、(?:people|cars) .{0,12}(?:so|look) (?:small|tiny)`
const ROOF = concept`楼顶、顶楼、天台、roof`
const BEFORE = concept`存折、密码、别怪、安静、发了个?定位、遗、gone (?:very )?quiet、gave away`
const TO_LAKE = concept`(?:往|朝)(?:湖|河|江|水库|水)(?:那边|里|边)?(?:去|走).{0,8}(?:别跟|别来|说)`

/** Someone means to die and says so by what is put in order or left unsaid. */
export const FAREWELL_SIGNS: readonly Rule[] = [
  ['puts all in order', (t) => tells(t, ARRANGES) && mentions(t, FOR_EVER) && !mentions(t, MOVING)],
  ['words of an end', (t) => tells(t, WORDS) && !mentions(t, concept`安眠药?广告、狗、猫咪`)],
  ['over the rail', (t) => tells(t, OVER_THE_RAIL) && !mentions(t, concept`师傅、工人、维修、猫、狗、晾、花盆、空调`)],
  ['high above', (t) => near(t, FAR_BELOW, concept`爬[上到]、风[很好真]?大、我[在站坐]、窗台、climbed、up here`, 18)],
  ['on the roof after a farewell', (t) => tells(t, ROOF) && mentions(t, BEFORE)],
  [
    'low and out of reach',
    (t) =>
      near(
        t,
        concept`抑郁症?、depress\w{2,4}`,
        concept`关机、联系不上、打不通、对不起、不开门、反锁、phone (?:is )?off`,
        26,
      ),
  ],
  ['towards the water', (t) => tells(t, TO_LAKE) || near(t, concept`绳`, concept`抱着他?腿`, 14)],
]
