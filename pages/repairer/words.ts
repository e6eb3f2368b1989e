import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../shared/language.ts'

const zh = {
  title: '维修工单',
  other: 'English',
  loading: '正在打开…',
  number: (number: string) => `工单 ${number}`,
  forWhom: (name: string) => `派给 ${name}`,
  what: '什么事',
  where: '在哪里',
  when: '业主方便的时间',
  visit: '约好的时间',
  contact: '业主电话',
  contactLater: '接单后显示业主电话。',
  office: '有问题打物业',
  pictures: '业主拍的照片',
  pictureOf: (n: number) => `业主拍的第 ${n} 张`,
  steps: '做到哪一步',
  accept: '接单',
  accepted: '已接单',
  arrived: '已到现场',
  arrivedDone: '到了现场',
  done: '做完了',
  finished: '已完成',
  at: (step: string, time: string) => `${step}：${time}`,
  photo: '拍照上传',
  photos: (n: number) => `已传 ${n} 张照片`,
  sendingPhoto: '正在上传…',
  word: '做了什么（可以不写）',
  wordHint: '给物业看的，比如：换了角阀。',
  wait: '请稍等…',
  thanks: '辛苦了，已经告诉物业和业主。',
  tells: '每点一步，物业和业主都会看到。',
  until: (time: string) => `这个链接用到 ${time}。`,
  offline: '网络不通，没有记上，请再点一次。',
  failed: '没有记上，请再点一次。',
  retry: '再试一次',
  noLink: '这个链接不完整。请把物业发来的整个链接复制到浏览器打开。',
}

export type Words = typeof zh

const en: Words = {
  title: 'Repair job',
  other: '中文',
  loading: 'Opening…',
  number: (number) => `Work order ${number}`,
  forWhom: (name) => `For ${name}`,
  what: 'What it is',
  where: 'Where',
  when: 'When the owner is there',
  visit: 'Time agreed',
  contact: 'The owner’s phone',
  contactLater: 'The owner’s phone shows once you accept.',
  office: 'Questions: the property office',
  pictures: 'The owner’s photos',
  pictureOf: (n) => `The owner’s photo ${n}`,
  steps: 'How far it is',
  accept: 'Accept',
  accepted: 'Accepted',
  arrived: 'I am on site',
  arrivedDone: 'On site',
  done: 'It is done',
  finished: 'Done',
  at: (step, time) => `${step}: ${time}`,
  photo: 'Send a photo',
  photos: (n) => `${n} ${n === 1 ? 'photo' : 'photos'} sent`,
  sendingPhoto: 'Sending…',
  word: 'What was done (optional)',
  wordHint: 'For the property company, such as: new valve.',
  wait: 'Please wait…',
  thanks: 'Thank you. The property company and the owner have been told.',
  tells: 'The property company and the owner see each step.',
  until: (time) => `This link works until ${time}.`,
  offline: 'No connection, so nothing was recorded. Please tap again.',
  failed: 'Nothing was recorded. Please tap again.',
  retry: 'Try again',
  noLink: 'This link isn’t complete. Please open the whole link that you were sent.',
}

export const WORDS: Record<Language, Words> = { zh, en }

export const ReadingContext = createContext<{ language: Language; words: Words }>({ language: 'zh', words: zh })

export const useReading = () => useContext(ReadingContext)
