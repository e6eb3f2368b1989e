import { concept } from '../../concept.ts'

export const IMAGINED = concept`
  如果
  假如
  要是
  万一
  假设
  倘若
  若是
  假使
  what if
  in case
  if (?:there|i|you|a|an|the|my|we|someone|something|anything|anyone|it|ever)
  要不是
  (?:碰|遇|赶)[上到](?!.{0,12}(?:快来|救命))(?=.{0,14}(?:这种事|这类|的话|怎么|能不能|可以|会不会|谁))
  (?<!发现)真(?:要|的)?(?:着|起|失)火(?![了啦])
  (?:着|起|失)火了?(?:你们?|物业|机器人)(?:会|能)
  哪天(?:要是)?(?=.{0,6}(?:着|起)火)
  before (?:there's|there is|we have) (?:ever )?(?:a|any) (?:real )?fire
  first so i know
  ever a fire
  (?:着|起|失)火了?都(?:没人|不会|不)(?:知道|晓得)
  (?:着|起)火(?:怎么|咋|往哪|都)?(?:跑|逃)都?(?:不|没)
  先(?:了解|问问|打听)
  这种事.{0,8}(?:能做|会|管|怎么)
  if one day
  就能(?:烧|着|炸)
  真(?:要|的)?着起火?来?(?![了啦])
  烧起来(?:整|全).{0,6}(?:遭殃|完)
`
