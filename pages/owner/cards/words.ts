import type { WorkOrderState } from '../../../bot/types.ts'
import type { OwnerLanguage } from '../../shared/languages.ts'
import { useWords } from '../words.ts'

const zh = {
  asOf: (when: string, source: string) => `截至 ${when} · 来源：${source}`,
  done: '已做',
  now: '现在',
  next: '接下来',
  steps: '进展',
  responsibility: '归谁管',
  who: '负责的是',
  can: '我们能做',
  cannot: '我们做不到的',
  doNow: '您现在可以',
  law: '法律依据',
  and: '、',
  between: '；',
  inForce: (day: string) => `${day} 起施行`,
  workOrder: (number: string) => `工单 ${number}`,
  orderStates: {
    filed: '已登记',
    accepted: '已接单',
    scheduled: '已排期',
    done: '已完成',
    cancelled: '已取消',
  } satisfies Record<WorkOrderState, string>,
  progress: '查进度',
  progressText: (number: string) => `工单 ${number} 到哪一步了？`,
  urge: '催一下',
  urgeText: (number: string) => `工单 ${number} 催一下`,
  callOff: '不用了',
  callOffText: (number: string) => `工单 ${number} 不用了，取消吧`,
}

const en: typeof zh = {
  asOf: (when, source) => `As of ${when} · Source: ${source}`,
  done: 'done',
  now: 'now',
  next: 'next',
  steps: 'Progress',
  responsibility: 'Who is responsible',
  who: 'Responsible',
  can: 'What we can do',
  cannot: "What we can't do",
  doNow: 'What you can do now',
  law: 'the law',
  and: ' · ',
  between: '; ',
  inForce: (day) => `in force since ${day}`,
  workOrder: (number) => `Work order ${number}`,
  orderStates: { filed: 'Filed', accepted: 'Accepted', scheduled: 'Scheduled', done: 'Done', cancelled: 'Cancelled' },
  progress: 'Progress',
  progressText: (number) => `How far is work order ${number}?`,
  urge: 'Urge',
  urgeText: (number) => `Please hurry work order ${number}`,
  callOff: 'Call off',
  callOffText: (number) => `Please cancel work order ${number}, it is no longer needed`,
}

const tw: typeof zh = {
  asOf: (when, source) => `截至 ${when} · 來源：${source}`,
  done: '已做',
  now: '現在',
  next: '接下來',
  steps: '進度',
  responsibility: '歸誰管',
  who: '負責的是',
  can: '我們能做',
  cannot: '我們做不到的',
  doNow: '您現在可以',
  law: '法律依據',
  and: '、',
  between: '；',
  inForce: (day) => `${day} 起施行`,
  workOrder: (number) => `工單 ${number}`,
  orderStates: { filed: '已登記', accepted: '已接單', scheduled: '已排定', done: '已完成', cancelled: '已取消' },
  progress: '查進度',
  progressText: (number) => `工單 ${number} 到哪一步了？`,
  urge: '催一下',
  urgeText: (number) => `工單 ${number} 催一下`,
  callOff: '不用了',
  callOffText: (number) => `工單 ${number} 不用了，取消吧`,
}

/** What cards and the buttons on them say. */
export const CARD_WORDS: Record<OwnerLanguage, typeof zh> = { zh, en, 'zh-TW': tw }

export type CardsWords = typeof zh

export const useCardWords = () => CARD_WORDS[useWords().language]
