/** “我叫王芳”, “我姓李”, “我是老王”, `my name is …`: what introduces a name. */
const INTRODUCED =
  /((?:我叫|我姓|叫我|姓名是?[:：]?|联系人是?[:：]?|我是(?=[小老阿]\p{Script=Han}))\s{0,2})(\p{Script=Han}{1,4}?)(?=[，,。.、；;\s！!？?]|的|住|家|$)/gu
const INTRODUCED_EN =
  /((?:my name is|this is|i am|i'm)\s{1,2})(?:(?:Mr|Mrs|Ms|Dr)\.?\s{1,2})?([A-Z][a-z]{1,20}(?:\s{1,2}[A-Z][a-z]{1,20})?)/g
/** “王师傅”, “李女士”: a surname before a form of address. */
const ADDRESSED = /(?<!\p{Script=Han})(\p{Script=Han})(?=(?:先生|女士|太太|小姐|师傅|阿姨|经理|主任)(?!费))/gu

/** Names that are introduced or addressed, hidden. A name without any sign of one can't be told from other words. */
export function maskNames(text: string): string {
  return text.replace(INTRODUCED, '$1**').replace(INTRODUCED_EN, '$1**').replace(ADDRESSED, '*')
}
