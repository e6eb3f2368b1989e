import type { OwnerLanguage } from '../../shared/languages.ts'
import { useWords } from '../words.ts'

const zh = {
  bind: '绑定住处',
  bindLead: '向物业客服要一个绑定码，填进来，机器人就能查您家的账单。',
  bindCode: '绑定码（8 位）',
  bindGo: '绑定',
  bindWait: '请稍等…',
  boundTo: (home: string) => (home ? `已绑定 ${home}` : '这段对话已绑定您的住处。'),
  bindWrong: (left: number) =>
    left > 0 ? `这个码不对、用过了或过期了。还可以试 ${left} 次。` : '这个码不对、用过了或过期了。',
  bindPaused: (minutes: number) => `输错太多次，先停一停，${minutes} 分钟后再试；急的话请打电话给客服。`,
  bindFailed: '没连上，请再点一次。',
  home: (building: string, unit: string, room: string) =>
    `${building && `${building}栋`}${unit && `${unit}单元`}${room}`,
}

const en: typeof zh = {
  bind: 'Bind your home',
  bindLead: 'Ask our staff for a code and enter it here; the bot can then look up the bills of your home.',
  bindCode: 'Code (8 characters)',
  bindGo: 'Bind',
  bindWait: 'One moment…',
  boundTo: (home) => (home ? `Bound to ${home}` : 'This conversation is bound to your home.'),
  bindWrong: (left) =>
    left > 0
      ? `This code is wrong, used or expired. You can try ${left} more times.`
      : 'This code is wrong, used or expired.',
  bindPaused: (minutes) =>
    `Too many wrong codes; please try again in ${minutes} min, or phone our staff if it is urgent.`,
  bindFailed: 'Nothing answered; please tap again.',
  home: (building, unit, room) =>
    [building && `building ${building}`, unit && `unit ${unit}`, room].filter(Boolean).join(', '),
}

const tw: typeof zh = {
  bind: '綁定住處',
  bindLead: '向物業客服要一組綁定碼，填進來，機器人就能查您家的帳單。',
  bindCode: '綁定碼（8 碼）',
  bindGo: '綁定',
  bindWait: '請稍候…',
  boundTo: (home) => (home ? `已綁定 ${home}` : '這段對話已綁定您的住處。'),
  bindWrong: (left) =>
    left > 0 ? `這組碼不對、用過了或過期了。還可以試 ${left} 次。` : '這組碼不對、用過了或過期了。',
  bindPaused: (minutes) => `輸錯太多次，先停一停，${minutes} 分鐘後再試；急的話請打電話給客服。`,
  bindFailed: '沒連上，請再點一次。',
  home: (building, unit, room) => `${building && `${building}棟`}${unit && `${unit}單元`}${room}`,
}

/** What binding a home says. */
export const BINDING_WORDS: Record<OwnerLanguage, typeof zh> = { zh, en, 'zh-TW': tw }

export type BindingWords = typeof zh

export const useBindingWords = () => BINDING_WORDS[useWords().language]
