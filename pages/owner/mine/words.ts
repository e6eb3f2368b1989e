import type { OwnerLanguage } from '../../shared/languages.ts'
import { useWords } from '../words.ts'

const zh = {
  panel: '我的工单、关注和显示',
  orders: '我的工单',
  noOrders: '还没有工单。要报修，直接在下面说哪里坏了。',
  filedOn: (day: string) => `${day} 登记`,
  visit: (when: string, worker: string) => `上门：${when}${worker && `，${worker}`}`,
  worker: (worker: string) => `师傅：${worker}`,
  topics: '我关注的进展',
  noTopics: '还没有关注。看到进展时点“有消息告诉我”，有消息会在这里通知您。',
  since: (day: string) => `${day} 起`,
  stop: '不再通知',
  stopNamed: (topic: string) => `不再通知 ${topic}`,
  stopped: (topic: string) => `以后不再通知“${topic}”。`,
  loading: '正在查…',
  failed: '没查到，看看网络再点一次。',
  again: '再查一次',
  notDone: '没办成，请再点一次。',
  display: '显示',
  size: '字的大小',
  contrast: '对比',
  contrastNormal: '标准',
  contrastMore: '更清楚',
}

const en: typeof zh = {
  panel: 'My work orders, what I follow, display',
  orders: 'My work orders',
  noOrders: 'No work orders yet. To report something, say below what is broken.',
  filedOn: (day) => `filed ${day}`,
  visit: (when, worker) => `Visit: ${when}${worker && `, ${worker}`}`,
  worker: (worker) => `Worker: ${worker}`,
  topics: 'What I follow',
  noTopics: 'Nothing yet. Tap “Tell me when it changes” below an answer, and news will come here.',
  since: (day) => `since ${day}`,
  stop: 'Stop telling me',
  stopNamed: (topic) => `Stop telling me of ${topic}`,
  stopped: (topic) => `You are no longer told of “${topic}”.`,
  loading: 'Looking it up…',
  failed: 'It did not come. Check the network, then tap again.',
  again: 'Look again',
  notDone: 'It was not done; please tap again.',
  display: 'Display',
  size: 'Text size',
  contrast: 'Contrast',
  contrastNormal: 'normal',
  contrastMore: 'strong',
}

const tw: typeof zh = {
  panel: '我的工單、關注和顯示',
  orders: '我的工單',
  noOrders: '還沒有工單。要報修，直接在下面說哪裡壞了。',
  filedOn: (day) => `${day} 登記`,
  visit: (when, worker) => `到府：${when}${worker && `，${worker}`}`,
  worker: (worker) => `師傅：${worker}`,
  topics: '我關注的進度',
  noTopics: '還沒有關注。看到進度時點「有消息告訴我」，有消息會在這裡通知您。',
  since: (day) => `${day} 起`,
  stop: '不再通知',
  stopNamed: (topic) => `不再通知 ${topic}`,
  stopped: (topic) => `以後不再通知「${topic}」。`,
  loading: '正在查…',
  failed: '沒查到，看看網路再點一次。',
  again: '再查一次',
  notDone: '沒辦成，請再點一次。',
  display: '顯示',
  size: '字的大小',
  contrast: '對比',
  contrastNormal: '標準',
  contrastMore: '更清楚',
}

/** What the owner's own room says. */
export const MINE_WORDS: Record<OwnerLanguage, typeof zh> = { zh, en, 'zh-TW': tw }

export const useMineWords = () => MINE_WORDS[useWords().language]
