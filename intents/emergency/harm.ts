import { concept, mentions, near, tells } from './concept.ts'
import type { Rule } from './telling.ts'

/** Held by the current: the hand that can't let go. */
const HELD_BY_CURRENT = concept`
  (?:手|人|胳膊).{0,6}(?:粘|黏|吸)[在住到].{0,4}(?:线|电|插|机|灯)、(?:手)?[抓握].{0,8}(?:线|电|插).{0,6}松不开、胳膊.{0,3}甩不[掉开]、(?:漏|有)电.{0,10}(?:贴|甩不|麻得)
  触着了、(?:can't|cannot) let go、went stiff
`
const SWALLOWS = concept`咽(?:下|了|进)、吞(?:下|了|进)、吃(?:了|下|进|完)、喝(?:了|下|进)、当(?:糖|水|酒)、放嘴里、舔、swallow\w{0,3}、drank、ate`
const NOT_FOOD = concept`电池、颗粒、药片、[老灭]?鼠药、灭蟑、蟑螂药、硬币、疏通剂、通渠、凝珠、洗衣、洗洁精、消毒、84、漂白、野?菌子、蘑菇、干燥剂、钉、磁[铁珠]、农药、清洁剂、杀虫、汽油、甲醇、batter(?:y|ies)、bleach、detergent、mushrooms?`
const SINKS = concept`
  眼睛?翻白(?!眼)、[两双]眼翻白、翻白眼.{0,6}(?:抽|晕|昏|叫不)、没(?:了)?脉搏?、口吐白、吐白[沫泡]、面青、唇.{0,3}[白紫青黑]、脸.{0,3}发[灰青紫黑]、(?:他|她|孩子?|宝宝|身子|身上|人)[^,，水]{0,4}软绵绵、不哭了.{0,4}脸、拉舌头、半边(?:手|身|脸|身子).{0,4}(?:抬|动|麻|歪|没)、嘴(?:都|也)?[歪烂]了、心跳.{0,4}乱
  [都在]抽(?=$|[,，。!！])、见小人、[没不]浮上、[池水湖]底.{0,6}(?:没|不|[,，])、(?:怎么|咋)[推摇叫喊拍]都(?:没|不)、讲不到、话都?讲不
  (?:is|are|turn\w{0,3}|gone|went) blue(?= and|$|,|\.|!)、drooping、(?:arm|leg) (?:won't|can't|doesn't) (?:lift|move)、(?:left )?arm is numb、(?:bottom|face down) (?:of|in) the (?:pool|pond|bath)、the head is showing、foaming
`
const BEHIND_A_DOOR = concept`(?:一|几|两|三)天没(?:开门|出门|见|下楼).{0,24}(?:喘|哼|呻吟|呼呼|叫唤)`
const PIERCED = concept`[戳扎插溅崩](?:到|进|在|中)?(?:了)?(?:人|我|他|她|孩子?)?(?:的)?(?:眼|脖|喉|肚)`
const OTHERS = concept`狗、猫、鸟、鱼、树、花盆、盆栽、灯、玻璃、dog、cat`

/** Grave harm told by what is seen, without its name. */
export const HARM_SIGNS: readonly Rule[] = [
  ['held by the current', (t) => tells(t, HELD_BY_CURRENT)],
  [
    'swallowed what is no food',
    (t) =>
      near(t, SWALLOWS, NOT_FOOD, 18) &&
      !mentions(t, OTHERS) &&
      !mentions(t, concept`电池.{0,3}(?:老化|健康)、喝了?一下、吃(?:了|完)?(?:饭|药)(?!片)、喝水`),
  ],
  ['sinking', (t) => tells(t, SINKS) && !mentions(t, OTHERS) && !mentions(t, concept`抽奖、抽烟、墙、漆`)],
  ['heard behind a door', (t) => tells(t, BEHIND_A_DOOR)],
  ['pierced', (t) => tells(t, PIERCED)],
]
