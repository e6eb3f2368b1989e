import type { OwnerLanguage } from '../languages.ts'

const zh = {
  attach: '发照片、录音或文件',
  uploading: '正在上传…',
  ready: '已传好',
  failed: '没传上，去掉再选一次。',
  tooLarge: '超过 10 MB，传不了。',
  most: (n: number) => `一次最多 ${n} 个文件`,
  remove: (name: string) => `去掉 ${name}`,
  listen: (name: string) => `听一下 ${name}`,
  open: (name: string) => `打开 ${name}`,
  unseen: '没打开，点一下再试',
}

const en: typeof zh = {
  attach: 'Send a photo, a recording or a file',
  uploading: 'Uploading…',
  ready: 'Ready',
  failed: 'It did not go up. Remove it and choose again.',
  tooLarge: 'Over 10 MB: too large to send.',
  most: (n) => `At most ${n} files at once`,
  remove: (name) => `Remove ${name}`,
  listen: (name) => `Listen to ${name}`,
  open: (name) => `Open ${name}`,
  unseen: 'Could not be opened. Tap to try again',
}

const tw: typeof zh = {
  attach: '傳照片、錄音或檔案',
  uploading: '正在上傳…',
  ready: '已傳好',
  failed: '沒傳上去，移除後再選一次。',
  tooLarge: '超過 10 MB，傳不了。',
  most: (n) => `一次最多 ${n} 個檔案`,
  remove: (name) => `移除 ${name}`,
  listen: (name) => `聽一下 ${name}`,
  open: (name) => `打開 ${name}`,
  unseen: '沒打開，點一下再試',
}

export type FileWords = typeof zh

/** What both pages say of files that are sent. */
export const FILE_WORDS: Record<OwnerLanguage, FileWords> = { zh, en, 'zh-TW': tw }
