/** What belongs to one ticket's thread and context, in Chinese. */
export const talk = {
  showNumber: '看全号',
  showHome: '看姓名和电话',
  lookNoted: '会记下您看过',
  onFile: (place: string) => `${place} 的登记资料`,

  again: '再发一次',
  againPerhapsTwice: '再发一次（业主可能收到两遍）',
  againNow: '又发出去了，结果会显示在这条消息下面。',
  againAlready: '已经在重发了',

  older: '更早的消息',
  sameHome: (channel: string) => `同一户，${channel}`,
  stillOpen: '还没办结',
  openIt: '打开这张单',

  mentioned: '提到我',
  emptyMentioned: '没有提到您的新备注。',
  calledMark: '提到您',
  calledNow: '有同事在备注里提到您，在“提到我”一栏。',
  called: (names: string) => `（已提醒 ${names}）`,
  callWhom: '提醒哪位同事',
  callHint: '打 @ 提醒同事',

  rowsOf: (from: number, to: number, total: number) => `第 ${from} 到 ${to} 张，共 ${total} 张`,

  palette: '去哪里、做什么',
  paletteHint: '房间、来单里的话，或要做的事…',
  paletteNone: '没有找到。',
  paletteKinds: { action: '操作', room: '房间', list: '来单', ticket: '单子' },
  seeContext: '看资料',

  cannedBy: (name: string, everywhere: boolean) => `${name} 存的${everywhere ? '，所有小区' : ''}`,
  change: '修改',
  remove: '删除',
  removeNow: '确定删除',

  lesson: '教教机器人（可以不填）',
  about: '这件事是关于',
  noLabel: '不标注',
  botThought: '机器人认为的',
  allIntents: '全部事项',
  shouldAnswer: '机器人本该自己答上',
  example: '业主的说法',
  useOwnWords: (said: string) => `用业主的原话：${said.length > 24 ? `${said.slice(0, 24)}…` : said}`,
  answer: '更好的答复',
  answerEn: '更好的答复（英文，可以不填）',
  lessonNeedsIntent: '请先选是关于什么事的。',
  lessonLead: '说法和答复存成草稿，经理看过、检查过才会用上。电话和门牌会自动去掉。',
  lessonLeadManager: '说法和答复存成草稿，到“知识”里检查、发布后才会用上。电话和门牌会自动去掉。',
  drafted: '说的存成草稿了，等经理看。',

  /** `next`: when it is tried again; `n`: how often it was tried. */
  reasons: {
    waits: (next: string, _n: number) => `平台现在不再收，${next} 再发；业主来话就马上发`,
    retrying: (next: string, n: number) => `试了 ${n} 次没送到，${next} 再试`,
    no_channel: (_next: string, _n: number) => '这个渠道没有开通，请打电话',
    left: (_next: string, _n: number) => '业主已取消关注，请打电话',
    outside: (_next: string, _n: number) => '业主太久没来话，平台不让发，请打电话',
    refused: (_next: string, _n: number) => '平台没有收，可以再发一次，或打电话',
    attempts: (_next: string, n: number) => `试了 ${n} 次都没送到`,
    unsure: (_next: string, _n: number) => '发的时候断了线',
  },
}
