/** What only this side can say, since Qiao itself is what cannot be reached. */
export const AWAY = {
  zh: '我这边暂时连不上，没法回答。有危险别等：火警 119，急救 120，报警 110；急事请直接打物业值班电话。',
  en: "I can't reach our system and can't answer right now. In danger don't wait: fire 119, ambulance 120, police 110; for anything urgent call the duty phone.",
}

/** For staff, in place of what cannot be kept. */
export const NOT_KEPT = { file: '（业主发来一个文件，这里收不下：', history: '（不是文字的消息）' }
