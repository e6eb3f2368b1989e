import { concept, mentions, near, tells } from './concept.ts'
import type { Rule } from './telling.ts'
import { OTHER } from './words/gasSigns/other.ts'
import {
  ALL_OFF,
  BURNER,
  CARE,
  DIGGING,
  GADGET,
  HISS,
  METER,
  PART,
  READING,
  SEVERAL,
  SMELLS,
  TURNS,
  UNLIT,
  UNWELL,
} from './words/gasSigns/short.ts'

/** Gas told by what is smelt, heard and felt, without its name. */
export const GAS_SIGNS: readonly Rule[] = [
  [
    'stove open and smell',
    (t) => (near(t, UNLIT, SMELLS, 26) || near(t, UNLIT, UNWELL, 26)) && !mentions(t, concept`焦、糊、油烟机、打不`),
  ],
  [
    'switch played with, then smell',
    (t) =>
      near(t, concept`玩灶、灶台?(?:的)?开关、动了?灶`, concept`熏、味、晕`, 22) ||
      (mentions(t, concept`玩灶`) && mentions(t, concept`熏倒`)),
  ],
  [
    'hiss and stench',
    (t) => near(t, concept`[嗤呲滋嘶]{2}`, concept`臭、味`, 8) && !mentions(t, OTHER) && !mentions(t, concept`水`),
  ],
  ['hiss at a fitting', (t) => near(t, PART, HISS, 14) && tells(t, HISS) && !mentions(t, concept`水、暖、风机、油烟`)],
  ['smell at a fitting', (t) => near(t, PART, concept`呛、刺鼻、冲、眼睛都辣、stink\w{0,3}`, 8) && !mentions(t, OTHER)],
  ['hiss and eggs', (t) => tells(t, concept`hiss\w{0,3}`) && tells(t, concept`eggs?、stink\w{0,3}、smell\w{0,3}`)],
  ['smell and caution', (t) => tells(t, SMELLS) && mentions(t, CARE) && !mentions(t, OTHER)],
  [
    'gadget in the kitchen',
    (t) =>
      tells(t, GADGET) &&
      mentions(t, concept`厨房、橱柜、灶、墙角、屏上、气`) &&
      !mentions(t, concept`没电、换电池、到期`),
  ],
  [
    'meter turns though all is off',
    (t) =>
      near(t, METER, TURNS, 8) &&
      tells(t, ALL_OFF) &&
      !mentions(t, concept`水[表费管]、水龙头、电[表费闸]、用水、跳闸`),
  ],
  ['reading too high', (t) => tells(t, READING) && !mentions(t, concept`甲醛、pm`)],
  [
    'the gas itself',
    (t) =>
      tells(
        t,
        concept`那个气(?:的)?(?:味|漏|跑)、做饭那个气、加臭的?味、漏起了?.{0,8}那个?气、气[^水费表,，]{0,6}(?:跑出来|往外[跑窜])、没气.{0,8}是跑出来`,
      ),
  ],
  [
    'dug into',
    (t) => near(t, DIGGING, concept`滋、呲、冒气、吹土、roaring、hissing、味道?飘`, 18) && !mentions(t, concept`水管`),
  ],
  ['several unwell at a burner', (t) => near(t, SEVERAL, UNWELL, 10) && mentions(t, BURNER)],
  [
    'unwell at the heater',
    (t) =>
      tells(t, concept`洗澡、浴室`) &&
      mentions(t, concept`热水器`) &&
      tells(t, concept`[懵晕昏瘫]、手脚.{0,2}软、恶心`),
  ],
  [
    'smell and nobody answers',
    (t) =>
      tells(t, concept`(?:门缝|屋里|一开门|家里).{0,8}味.{0,4}(?:熏|重|冲|大|顶|闷)、(?:一|那)股味.{0,4}(?:顶|冲)`) &&
      mentions(t, concept`敲.{0,4}不应、没下楼、睡觉、鼻子、顶出来、犯迷糊、打盹、没人应`) &&
      !mentions(t, OTHER),
  ],
]
