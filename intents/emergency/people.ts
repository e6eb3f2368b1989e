/** Anybody who may be in danger, as one alternation to be built into other words. */
export const SOMEBODY =
  '(?:有人|个人|人|我|咱|你|他|她|[爸妈爹娘爷奶公婆叔姨哥姐弟妹]|老[伴太头人汉爷者]|孩[子儿]?|小[孩朋伙子]|宝宝|婴儿|儿子|女儿|闺女|[外]?孙[子女]|老[公婆]|丈夫|妻子|邻居|保安|师傅|工人|住户|业主|大[爷妈哥姐]|阿姨|女的|男的|同事|朋友|学生|员|家里人)'

/** Small children, and those who can't look after themselves. */
export const CHILD =
  '(?:孩[子儿]?|小[孩朋]友?|宝宝|婴儿|宝贝|儿子|女儿|闺女|娃|[外]?孙[子女儿]|[弟妹][弟妹]|[一二两三四五六七八九十\\d]岁)'

export const ELDER =
  '(?:老(?:人家?|太太?|太婆|头子?|爷子|奶奶|伴|妈|爸|父亲|母亲|年痴呆)|奶奶|爷爷|姥姥|姥爷|外婆|外公|婆婆|公公|阿婆|阿公|爸|妈(?!的)|父亲|母亲|痴呆|阿尔茨海默)'

export const CHILD_EN = '(?:child|kid|kids|children|son|daughter|toddler|baby|boy|girl|grandson|granddaughter|infant)'

export const ELDER_EN =
  '(?:grandma|grandpa|grandmother|grandfather|mother|father|mum|mom|dad|granny|old (?:man|lady|woman)|elderly \\w{1,10}|dementia|alzheimer\\S{0,3})'
