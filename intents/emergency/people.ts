import { oneOf } from './concept.ts'

/** Anybody who may be in danger, as one alternation to be built into other words. */
export const SOMEBODY = oneOf`
  有人
  个人
  路人
  媳妇
  爱人
  姑娘
  阿[伯婆公叔]
  大[叔娘伯]
  人
  我
  俺
  咱
  你
  他
  她
  [爸妈爹娘爷奶公婆叔姨哥姐弟妹嫂]
  老[伴太头人汉爷者妇]
  孩[子儿]?
  小[孩朋伙子妹]
  宝宝
  婴儿
  儿子
  女儿
  闺女
  外甥
  侄[子女]
  [外]?孙[子女]
  老[公婆]
  丈夫
  妻子
  媳妇
  岳[父母]
  邻居
  保安
  师傅
  [修洁装环卫]工
  工人
  住户
  业主
  大[爷妈哥姐]
  阿姨
  女的
  男的
  男人
  女人
  男子
  女子
  小?[男女]孩
  同事
  朋友
  学生
  员
  孕妇
  家里人
`

/** Small children, and those who can't look after themselves. */
export const CHILD = oneOf`
  孩[子儿]?
  小[孩朋]友?
  小?[男女]孩
  仔
  姑娘
  宝宝
  婴儿
  宝贝
  双胞胎
  儿子
  女儿
  闺女
  娃
  外甥女?
  侄[子女儿]
  [外]?孙[子女儿]?
  [弟妹][弟妹]
  (?<=[我他她])[弟妹]
  [一二两三四五六七八九十\d]{1,2}岁
`

export const ELDER = oneOf`
  老(?:人家?|太太?|太婆|头子?|爷爷|爷子|奶奶|伴|妈|爸|爹|娘|父亲|母亲|年痴呆)
  奶奶
  爷爷
  姥姥
  姥爷
  外婆
  外公
  婆婆
  公公
  岳[父母]
  丈母娘
  阿婆
  阿公
  阿[爷伯嫲]
  [爸爹娘]
  腦退化
  脑退化
  妈(?!的)
  父亲
  母亲
  痴呆
  失智
  阿尔茨海默
  精神病
`

export const CHILD_EN = oneOf`
  child
  kid
  kids
  children
  son
  daughter
  toddler
  baby
  boy
  girl
  grandson
  granddaughter
  infant
  \w{2,5}-year-old
  (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[ -]years?[ -]old
  teenager
  nephew
  niece
`

export const ELDER_EN = oneOf`
  grandma
  grandpa
  grandmother
  grandfather
  mother
  father
  mother-in-law
  father-in-law
  mum
  mom
  dad
  granny
  old (?:man|lady|woman)
  elderly \w{1,10}
  dementia
  alzheimer\S{0,3}
`

/** Parts of the body. */
export const BODY = oneOf`
  手
  脚
  头
  指
  腿
  胳膊
  肩
  背
  脸
  眼
  腰
  膝
  耳
  额
`
