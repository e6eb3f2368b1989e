/** The clerk's day, in Chinese. */
export const day = {
  ledger: '本月台账（Excel）',
  alerts: {
    homes: (n: number, matter: string) => `一天里 ${n} 户报了同一件事：${matter}`,
    blockade: '有业主说要堵门、拉横幅，请看转给经理的来单',
    seen: '知道了',
  },

  intake: {
    lead: '电话、前台、群里说的，记在这里。写下原话，事情、房号、电话会自己认出来，不对再改。',
    channel: '从哪来的',
    text: '说了什么',
    textHint: '照着说的写，或把群消息贴进来。写完按 Ctrl+Enter。',
    home: '几栋几单元几号',
    homeHint: '打 3-2-501，或打名字、电话找。',
    found: '找到的住户',
    contact: '电话',
    intent: '是什么事',
    guessed: '认出来的，可以改',
    kind: '记成',
    kinds: { ticket: '来单', work_order: '工单' },
    emergency: '听着像急事：请先让对方打急用电话、离开危险的地方。会排在最前面。',
    high: '话说得重，会转给经理。',
    submit: '记下',
    again: '没有记下来，写的还在，请再试一次。',
    ticket: '记成来单了',
    order: (number: string) => `记成工单 ${number} 了`,
    joined: (number: string) => `这件事已经有工单 ${number}，并到一起了`,
    alsoTicket: '，同时进了来单',
    open: '打开',
  },
}
