import type { Language } from '../language.ts'

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

export type FileWords = typeof zh

/** What both pages say of files that are sent. */
export const FILE_WORDS: Record<Language, FileWords> = { zh, en }
