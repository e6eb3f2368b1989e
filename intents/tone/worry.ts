import { concept } from '../emergency/concept.ts'

/** Fear and haste without reproach. */
export const WORRIED = concept`
  急死、着急、好急、很急、急急、心急、急用、担心、[害好很真]怕、怕(?:是|出|孩子|老人|会|漏|着|掉|砸)、吓[死人坏到]、怎么办(?:啊|呀|呢|才好)
  咋(?:个)?办(?:啊|呀|哦|嘛)、危险、不安全、睡不着、焦虑、不放心、求(?:求|你|您|助|帮)、拜托、救命、(?:孕妇|怀孕|婴儿|新生儿|刚出生|宝宝|行动不便|腿脚不)
  麻烦(?:你们|您)?(?:快|赶紧|尽快)、worried、scared、afraid、anxious、frightened、please (?:help|hurry)、dangerous
  not safe、desperate、panick?\w{0,3}
`
