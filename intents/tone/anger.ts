import { concept } from '../emergency/concept.ts'

/** Enough alone to hear that somebody is angry. */
export const ANGRY = concept`
  凭什么、凭啥、骗子、骗人、骗(?:了)?我们?、忽悠、糊弄、敷衍
  (?:什么|这种|真是|破|垃圾|狗屎|烂|坑爹|黑心|流氓)(?:的)?(?:垃圾|破|烂)?(?:物业|客服|小区|开发商|公司|管理)、垃圾物业、气[死炸疯]、气得
  (?:很|太|好|真|非常)(?:生气|气愤|愤怒|恼火|过分|差劲|失望|离谱)、火大、忍无可忍、受够、受不了了、欺人太甚、欺负(?:人|业主|老百姓)、太过分、黑心、缺德
  坑(?:人|爹|业主|我们|钱)、推[来脱卸诿](?:推去|责任)?、踢皮球、打太极、不作为、吃干饭、干什么吃、干啥(?:子)?吃、白吃(?:饭|干饭)
  (?:拿|收)(?:了)?(?:我们?的)?钱.{0,4}不[办干做管]、(?:就|只|光)(?:知道|会|晓得)收[钱费]、我?要?(?:去)?投诉(?!电话|处理|渠道)
  退(?:我)?(?:钱|费)[！!]、(?:拒|不|一分.{0,4}不)(?:会)?(?:再)?[交缴](?:物业)?费?[了！!]、岂有此理、什么态度
  态度.{0,4}(?:差|恶劣|坏|不好)、荒唐、离谱、无语、搞(?:什么|毛|锤子|鸡毛)、(?:还|都|全)?(?:是)?死人吗、当(?:我们?)?(?:是)?(?:傻|猴)
  耍(?:我|人|猴|赖|流氓)、你们等着、走着瞧、没完、老子、烦死(?:了|人)
  (?:到底|究竟)(?:还)?(?:管不管|有没有人|想怎|要(?:我|拖|等|让)|几时|谁管|行不行|修不修|办不办|在干|是不是)、一?(?:拖|推)再(?:拖|推)、有完没完
  还让不让人活、(?:没|没有|还有)(?:王法|良心|天理)、说话不算(?:数|话)、言而无信、unacceptable、ridiculous、fed up
  sick (?:and tired )?of、disgust(?:ing|ed)、useless、furious、outrageous
  (?:so|very|really) (?:angry|annoyed|upset|mad)、how dare、liars?、scam(?:mers)?、rip.?off、pathetic
  a joke、worst、incompetent、what the hell、wtf、damn、do your (?:job|damn)、enough is enough
`

/** Two of these together are anger; one may be impatience. */
export const IMPATIENT = concept`
  到底、究竟、怎么(?:还|又|老|总)、为什么(?:还|又|老|总)、还(?:不|没|要等|要拖)、又[坏停没断漏堵]、没人[管理来问接]、不管(?!用)
  (?:[几三四五六七八九十百\d]|多少|无数)(?:多)?[次遍回]、(?:[两三四五六七八九十\d]|好几|几)个?(?:天|月|星期|礼拜|周|年)了、天天、老是、什么时候才、有没有人
  太[差慢脏吵烂贵]、[吵臭烦冻热脏]死、投诉、[!！]、[?？][?？!！]、这么(?:久|长|差|贵|慢)、收(?:了)?(?:物业)?费、必须
  给(?:我|个)(?:个)?(?:说法|交代|解释|马上|立刻)、still、again、third time、\d{1,3} times、nobody、no one、never
  for (?:weeks|months|days)、how many times、terrible、awful、complain\w{0,3}
  why (?:is|are|do|does|can't|don't|hasn't)
`

/** Strings of marks that are shouted. */
export const SHOUTED = /[!！]{2,}|[?？]{3,}|(?:[?？][!！]|[!！][?？])/
