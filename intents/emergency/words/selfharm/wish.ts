import { concept } from '../../concept.ts'

export const WISH = concept`
  身[子体].{0,3}探出
  跳了.{0,6}(?:不难受|解脱)
  告别的?(?:话|信)
  熬到头
  今晚(?:就)?结束
  wish i (?:could|would|were|was)? ?(?:just )?(?:not wake|die|dead|gone)
  not wake up tomorrow
  (?:说|他|她|我|让我|求|宁愿|宁可|真|只)(?:他|她|我)?(?:要|想|真想|只想)?去死(?!吧你)
  让我死
  说要死
  求死
  (?:没|没有|无|失去|不再有).{0,6}(?:活|生活)(?:下去)?的?(?:勇气|力气|希望|动力|念头)
  没有?.{0,4}(?:勇气|力气|动力).{0,3}活
  不想(?:再)?坚持
  药(?:都|全|全部)吃(?:了|完|光|下)
  吃完了?.{0,4}药
  离开(?:这个|这|了)?(?:世界|人世|人间)
  别拦我
  我准备好了.{0,4}(?:结束|走)
  (?:没|无).{0,4}留恋
  绝食
  enough of (?:life|living)
  no point (?:in |to )?(?:living|life)
  (?:trying|tried|wants|going) to kill (?:himself|herself|themselves)
  不(?:太)?想(?:再)?活
  想(?:要)?(?:去)?死(?![你机])
  寻死
  (?:企图|想|要|想要)?自杀
  轻生
  自[残尽]
  (?:想|看)不开
  寻短见?
  短见
  傻事
  活(?:着)?(?:不下去|够了|腻了|不成了|不起了)
  不想(?:再)?(?:做人|活着|在这个?世|见到明天|醒)
  不如死
  死了算
  死了(?:才|就)?(?:能|会|可以)?(?:干净|清净|轻松|解脱|好|安静)
  死.{0,4}(?:不|没那么|比较)[疼痛]
  [怎想]么(?:样)?(?:去)?死(?!机|活|沉)
  一了百了
  (?:结束|了结).{0,4}(?:生命|一切|自己|这一生|性命)
  了断
  活(?:着|到).{0,6}(?:没|无|什么|啥).{0,2}(?:意思|意义|劲|盼头)
  (?:没|没有|无)(?:什么)?活(?:头|路|着的)
  活着.{0,3}(?:累|苦|痛苦|受罪)
  遗[书言]
  后事
  永别
  勿念
  割腕
  割(?:了|自己)?(?:的)?手(?:腕|了)
  跳楼
  往下跳
  跳下[去来]
  (?:要|想|准备)跳(?!绳|舞|槽|广|操|闸|过|脚)
  (?<!保洁|大姐|阿姨)(?:想|要|说).{0,6}从.{0,6}(?:楼|顶|上面|这里|阳台|窗)[^滚摔掉走爬梯]{0,2}下去(?!买|拿|散|走走|取|的路)
  (?<![树户子面墙杆线])上吊(?![死根着灯顶线])
  服毒
  烧炭自?
  炭.{0,4}买
  (?:一|整|半)瓶.{0,4}药(?!水)
  (?:大把|很多|好多|一堆).{0,2}(?:安眠药|药片|药)
  安眠药
  吃了药.{0,8}睡过去
  (?:来世|下辈子)(?:再)?(?:见|报|还|做)
  死给你
  (?:永远|从.{0,4}|想)消失
  (?:跟|陪)(?:着)?(?:他|她|老伴|你)(?:一起)?(?:走|去)了?(?:算|$|，)
  带着?.{0,6}一起(?:走|死)
  (?:我|爸|妈|们).{0,4}先走一步(?!.{0,6}(?:下班|回家|回去))
  想早(?:点)?走(?!路)
  (?:我|他|她|妈)死了(?!也|都|算|心|这)
  想跟着.{0,2}去
  写完.{0,4}就走
  不[疼痛].{0,4}(?:办法|方法|死法)
  脚.{0,3}悬
  留下.{0,10}(?:密码|纸条|信|存折).{0,10}(?:楼顶|天台|走了|不见)
  不(?:再|想)?(?:再)?(?:拖累|连累)
  (?:撑|坚持|熬|扛|捱)不(?:下去|住)了
  不(?:想)?治了
  kill(?:ing)? (?:myself|himself|herself|themselves)
  (?:want|wants|going|wanna|ready) (?:to )?die
  about dying
  suicid(?:e|al)
  end (?:it all|it|my life|his life|her life|everything)
  (?:don't|do not|doesn't) want to (?:live|be alive|be here any ?more|go on|exist|wake up)
  can't go on(?: living| like this| any ?more)?
  better off (?:dead|without me)
  no reason to live
  (?:isn't|not|ain't) worth (?:living|it any ?more)
  want it to stop
  want to disappear
  won't be here (?:tomorrow|any ?more)
  when (?:i'm|i am) (?:gone|dead)
  (?:took|swallowed|taken) (?:all|a (?:whole )?bottle of|too many) .{0,8}pills
  pills ready
  jump(?:ing)? (?:off|from|out|down)
  going to jump
  hurt(?:ing)? (?:myself|himself|herself)
  cut(?:ting)? (?:myself|himself|herself|my wrists|her wrists|his wrists)
  overdos(?:e|ed)
  self.harm
  hang (?:myself|himself|herself)
  没脸(?:再)?活
  不配(?:再)?活
  (?<![养种救])不活了
  今晚了结
  (?:过后|以后|明天)就?没有?我了
  我跳了
  一起死
  跟了去
  翻过去就
  让我走(?:吧|$)
  再见(?:了)?世界
  (?:永远|一直|就想)睡过去
  死了也好
  死了更好
  跟我[妈爸].{0,2}说(?:声)?对不起
  忍不住了.{0,6}(?:刀|割)
  刀片.{0,10}(?:手边|忍不住|割)
  (?:撑|熬)到今天
  (?:took|swallowed|taken|ate) (?:a |the )?(?:whole|entire|full) bottle
  (?:swallowed|took) .{0,20}(?:sleeping (?:pills|tablets))
  walking into the (?:lake|river|water)
  (?:sent|texted|wrote|left) .{0,10}(?:farewell|goodbye note|suicide note)
  (?<!要|该)喝(?:了)?药(?:了|自|走)
  吞(?:了|下)?.{0,5}药(?!店)
  见不到(?:他|我|她)了
  一走了之
  不如一死
  了无生趣
  绝笔
  诀别
  万念俱灰
  [熬捱]不?(?:落去|下去)
  about to jump
  jumped (?:off|from)
  wish i (?:were|was) dead
  (?:没|没有|无).{0,3}牵挂
  留(?:了|下)(?:封|一封)?(?:信|纸条|遗).{0,10}(?:不见|对不起|走|找不)
  [刀割]痕
  (?:要|想|准备|说).{0,3}喝(?:农)?药(?!店)
  不想(?:再)?看(?:到|见)?.{0,3}明天
  死路一条
  一死了之
  不想(?:再)?生存
  (?:no|don't (?:see|have) (?:a|any)) reason to (?:live|keep living|go on)
`
