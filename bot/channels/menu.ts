import type { Message } from '../types.ts'

/** Choices as the platform's own menu, of which owners tap one. */
export interface Menu {
  head: string
  items: { id: string; content: string }[]
  tail: string
}

/**
 * Bytes of the words, number of items, bytes of an item. WeCom's; WeChat names none.
 * https://developer.work.weixin.qq.com/document/path/94677
 */
const MOST = { head: 1024, items: 10, content: 128 }

/** Tells message and place, so that an old menu goes on meaning what it said; digits, as in WeChat's own examples. */
const idOf = (seq: number, index: number): string => String(seq * 100 + index)

/** What was tapped, by its id: a choice under a message of ours, else a value such as `intent:fee.pay`. */
export function choiceIn(id: string | undefined): { choice?: string; menu?: { seq: number; index: number } } {
  if (!id) return {}
  if (!/^\d{3,12}$/.test(id)) return { choice: id }
  const number = Number(id)
  return { menu: { seq: Math.floor(number / 100), index: number % 100 } }
}

/** Undefined where there are no choices, or more than the platforms take. */
export function menuOf(head: string, { seq, choices = [] }: Message, tail: string): Menu | undefined {
  const items = choices.map(({ title }, index) => ({ id: idOf(seq, index), content: title }))
  const fits =
    items.length > 0 &&
    items.length <= MOST.items &&
    head !== '' &&
    Buffer.byteLength(head) <= MOST.head &&
    items.every(({ content }) => Buffer.byteLength(content) <= MOST.content)
  return fits ? { head, items, tail } : undefined
}

/** As both platforms take it in a message. */
export const asMsgmenu = <Item extends object>(
  { head, items, tail }: Menu,
  item: (one: Menu['items'][number]) => Item,
) => ({
  msgtype: 'msgmenu',
  msgmenu: { head_content: head, list: items.map(item), tail_content: tail },
})
