import { concept, follows, mentions, near, tells, without } from './concept.ts'
import { isDistressed } from './distress.ts'
import { GAS_SIGNS } from './gasSigns.ts'
import { firstThatHolds, isTalk, type Rule, type Telling } from './telling.ts'
import { DIZZY } from './words/gas/dizzy.ts'
import { ESCAPES } from './words/gas/escapes.ts'
import { GAS } from './words/gas/gas.ts'
import { HARMLESS } from './words/gas/harmless.ts'
import { HEATER } from './words/gas/heater.ts'
import { LEAK } from './words/gas/leak.ts'
import { OTHER_FUMES } from './words/gas/otherFumes.ts'
import {
  ALARM,
  ALARMING,
  COOKING,
  DUE,
  EGG,
  FILLS,
  FOUND_OUT,
  LEAKS_AIR,
  MONOXIDE,
  NO_SMELL,
  SEVERAL,
  SEWER,
  SMELL,
  STOVE,
  STRANGE,
} from './words/gas/short.ts'
import { SOUNDS } from './words/gas/sounds.ts'
import { UNLIT } from './words/gas/unlit.ts'

const RULES: readonly Rule[] = [
  ['smell of gas', (t) => near(without(t, NO_SMELL), GAS, SMELL, 18) && !mentions(t, concept`闻不到`)],
  ['gas escapes', (t) => near(t, GAS, LEAK, 11)],
  ['gas fills the room', (t) => near(t, GAS, FILLS, 5)],
  ['gas alarm sounds', (t) => mentions(t, GAS) && near(t, ALARM, SOUNDS, 14) && !mentions(t, DUE)],
  [
    'an alarm in the kitchen',
    (t) => tells(t, ALARMING) && mentions(t, concept`厨房、灶、盒子、味、臭、气、往上跳`) && !mentions(t, DUE),
  ],
  ['leaks', (t) => tells(t, LEAKS_AIR) && !mentions(t, concept`不出东西、不出水、没水、停水、龙头、水管、放气`)],
  ['soap shows it', (t) => tells(t, FOUND_OUT)],
  ['rotten eggs', (t) => tells(t, EGG) && !mentions(t, SEWER)],
  ['carbon monoxide', (t) => tells(t, MONOXIDE) && !mentions(t, DUE)],
  ['several are dizzy', (t) => near(t, SEVERAL, DIZZY, 12) && !mentions(t, OTHER_FUMES)],
  ['dizzy beside a burner', (t) => near(t, HEATER, DIZZY, 18) && !mentions(t, OTHER_FUMES)],
  [
    'dizzy in the kitchen',
    (t) =>
      near(t, COOKING, concept`头.{0,2}[晕昏]、想吐、恶心、dizzy`, 10) &&
      !mentions(t, concept`味道?大、装修、油漆、油烟倒灌、烧烤、楼下`),
  ],
  ['strange smell and dizzy', (t) => near(t, STRANGE, DIZZY, 14) && !mentions(t, OTHER_FUMES) && !mentions(t, SEWER)],
  ['stove leaks', (t) => near(t, STOVE, concept`漏气、嘶嘶、[呲嗤]{2}、漏煤、hissing`, 8)],
  [
    'stove open without flame',
    (t) =>
      mentions(t, STOVE) &&
      near(t, UNLIT, ESCAPES, 16) &&
      !mentions(t, concept`油烟机(?=坏|不|修|漏|倒|滴|味)、焦、糊、止回阀、烟道`),
  ],
  ['left open', (t) => follows(t, concept`忘(?:了|记)?关(?:火|灶|气|阀|煤|燃|天)`, concept`味、晕、一屋、呛、气`, 18)],
  [
    'burner without flame',
    (t) =>
      tells(
        t,
        concept`
  (?:灶|眼|火)(?:眼|头)?没(?:点|打)(?:着)?.{0,10}(?:味|气)
  (?:burner|stove) .{0,24}without (?:a )?flame
  smells? gassy
  火灭了?.{0,10}(?:气|味)
`,
      ),
  ],
  [
    'gas in other words',
    (t) =>
      near(t, concept`天然气、燃气、煤气、气罐`, concept`味、[呲滋嘶]`, 16) && tells(t, concept`冲、散不掉、呲、不敢`),
  ],
  ['hiss and smell', (t) => near(t, concept`嘶嘶、[呲滋]{2}`, concept`味`, 8)],
  ['valve and smell', (t) => tells(t, concept`valve`) && tells(t, concept`smell`) && !mentions(t, SEWER)],
  [
    'smell at the stove',
    (t) =>
      near(t, concept`灶(?:台|具|底)?、炉灶`, concept`(?:有|股|漏).{0,3}味`, 6) &&
      !mentions(t, concept`油烟、焦、糊、饭、菜、异味、下水、地漏、返`),
  ],
  [
    'cry for help about gas',
    (t) =>
      isDistressed(t) &&
      tells(
        t,
        concept`
  煤气(?!灶|卡|费|表|公司)
  燃气(?!灶|卡|费|表|公司|热)
  天然气(?!灶|卡|费|表|公司)
  液化气
  a gas
  of gas
  gas (?:on|everywhere|leak)
  gas(?= ?!)
`,
      ) &&
      !mentions(
        t,
        concept`通气、没通、不通、开通、什么时候、几时、停气、没气、断气、打不着、点不着、充值、缴、交费、预约、安检、欠、装修、你们.{0,3}不能、改、维修、报修、验收、催`,
      ),
  ],
]

/** Gas escapes, or the air makes several people unwell. */
export function findGasLeak(telling: Telling): string | undefined {
  // A smell that comes back each evening is a leak all the same.
  if (isTalk({ ...telling, habit: false })) return undefined
  return firstThatHolds(without(telling.text, HARMLESS), [...RULES, ...GAS_SIGNS])
}
