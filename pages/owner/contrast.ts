import { recall, remember } from '../shared/keep.ts'

const KEY = 'qiao.contrast'

/** Whether the reader has asked for strong contrast; else the device's own setting stands, in the style sheet. */
export const strongContrast = (): boolean => recall(KEY) === 'more'

/** Chosen on the page or on the device. */
export const wantsContrast = (): boolean => strongContrast() || matchMedia('(prefers-contrast: more)').matches

export function startContrast(): void {
  if (strongContrast()) document.documentElement.dataset.contrast = 'more'
}

export function chooseContrast(strong: boolean): void {
  remember(KEY, strong ? 'more' : undefined)
  if (strong) document.documentElement.dataset.contrast = 'more'
  else delete document.documentElement.dataset.contrast
}
