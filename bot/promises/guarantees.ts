import type { Context, Rule } from './types.ts'

const guarantee = (pattern: RegExp, unless?: Rule['unless']): Rule => ({
  kind: 'guarantee',
  pattern,
  ...(unless ? { unless } : {}),
})

/** 为了保证安全, 请您保证家里有人, 质量保证书. */
const isPurpose = ({ before, after }: Context): boolean =>
  /(?:为了?|以|请您?|质量|您)$/.test(before) || /^(?:书|金|人|不了|安全|畅通|通风|质量)/.test(after)

/** 您一定要先关阀 tells the owner what to do. */
const isAdvice = ({ before, after }: Context): boolean =>
  /不$|您$|请$|不敢$|没法$/.test(before) || /^(?:要|得|记得|别|不要|先)/.test(after)

/** Words that vouch for what nobody holds in hand. */
export const guarantees: Rule[] = [
  guarantee(/保证/g, isPurpose),
  guarantee(
    /一定(?!要|程度|的|得|会?儿|记得|不要|别)/g,
    (context) => isAdvice(context) || !VOUCHED.test(context.after),
  ),
  guarantee(/(?:肯定|绝对|必定|铁定|准保|包准|妥妥的?|百分之?百|100%|百分百|稳稳)(?!不是|的)/g, (context) =>
    isAdvice(context),
  ),
  guarantee(/准(?:能|成|好|通|热|行|修好)/g),
  guarantee(/包(?:在我|给我|您满意|好|修好|解决|通|满意|退|赔)/g),
  guarantee(
    /打包票|打保票|拍胸[脯口]|立军令状|说到做到|放一百个心|妥了|保您|(?:心|把心).{0,3}放(?:在|到)?肚子|没有.{0,4}不(?:好|了)的(?=[，。！]|$)|打赌|我(?:以|用|拿).{0,10}(?:承诺|保证|担保|名义)|向您承诺|跟您承诺|我承诺|不(?:修|办|弄)好.{0,4}不|万无一失|没跑(?:儿|了)|担保|我发誓|我拿.{0,4}担保|错不了|没二话|铁板钉钉|板上钉钉|十拿九稳|放一万个心|我敢(?:说|打赌)|我负责给您|少不了您/g,
  ),
  guarantee(/(?:您|你)?(?:放心)?交给我(?:了|吧|就行|好了)?|相信我|信我的?|尽管放心|我负责到底|一切有我/g),
  guarantee(/(?:不会|不可能)再.{0,2}(?:坏|漏|发生|停|出|堵|有|犯|响|断)|再也不会/g),
]

const VOUCHED =
  /^.{0,6}(?:能|会|给|修|通|到|好|解决|让|把|退|办|处理|弄|搞|赔|免|来|催|行|帮|为您|没问题|满意|负责|恢复|热|换|有)/
