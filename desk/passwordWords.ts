/*
 * Pieces of which the passwords are made that everybody tries first; gathered for this product, so that no licence of
 * a leaked list is touched. Lower case, at least two signs.
 */

/** Rows of keys, as fingers walk them; backwards too. */
export const KEYBOARD_WALKS: readonly string[] = [
  '`1234567890-=',
  'qwertyuiop[]\\',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujmikolp',
  'qweasdzxc',
  'qwerasdfzxcv',
  'abcdefghijklmnopqrstuvwxyz',
  '!@#$%^&*()_+',
  '147258369',
  '789456123',
  'azertyuiop',
  'qwertzuiop',
]

const text = `
password passwd pass word pwd passw0rd mima mypass secret letmein letme login logon signin access enter welcome hello
hi hey admin administrator root user users guest test tester testing demo default changeme change me temp temporary
new old system manager master super superman batman spider man woman boy girl king queen prince princess angel devil
love lover loveyou iloveyou ilove you miss baby honey sweet sugar happy lucky money cash gold silver diamond star sun
sunshine moon sky blue red green black white pink orange purple flower rose lily daisy tiger dragon lion wolf eagle
monkey panda rabbit horse dog cat kitty puppy fish bird bear snake football basketball baseball soccer hockey tennis
golf game games gamer player play pokemon naruto starwars matrix hunter ranger killer ninja pirate shadow ghost magic
power strong summer winter spring autumn monday friday sunday january february march april may june july august
september october november december morning night day forever always never trust trustno nothing whatever freedom
freeman internet computer laptop windows linux apple google android iphone samsung huawei xiaomi alibaba taobao tencent
wechat weixin alipay baidu qq qqcom com www http net org cn china chinese beijing shanghai shenzhen guangzhou nanjing
hangzhou chengdu wuhan tianjin xian zhongguo zhonghua home house family mother father mama baba brother sister michael
jordan jennifer jessica ashley daniel david thomas robert charlie george andrew joshua matthew anthony james john mary
susan lisa anna emma alex max sam jack tom tony mike kevin peter lucy lily linda amy
qwerty qwert asdf asdfgh zxcv zxcvbn qaz wsx edc abc abcd abcde aaa bbb xxx zzz aa bb ok go
woaini woaini1314 aini ainia aiwo woai wo ai ni nihao zhangwei wangwei wangfang liwei lina zhangmin lijing wangjing
liuwei zhang wang li liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo xiao xiaoming xiaohong laoshi
mimashi shengri gongsi wuye wuyekefu kefu kefuzhongxin guanli guanliyuan yezhu xiaoqu jiayuan huayuan bangong qiantai
zhiban baoan weixiu gongcheng jingli zongjingli caiwu renshi qiao qiaobot xiaoqiao property service customer office
desk staff manage community compound owner reception security guard building company corp group admin888 888 666 520
1314 5201314 521 168 147 258 369 110 119 120 10086 10010 12345 123456 1234567 12345678 123456789 1234567890 123 321
2000 2008 2010 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 1980 1985 1988 1990 1995 1998 1999
物业客服 密码 口令 管理员 管理 客服 物业 业主 小区 前台 值班 你好 我爱你 爱你 中国 北京 上海 公司 生日 测试 用户 登录 系统 默认 欢迎 工程 保安
`

export const PASSWORD_WORDS: readonly string[] = [...new Set(text.split(/\s+/u).filter((word) => word.length > 1))]
