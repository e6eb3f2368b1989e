import type { ListName } from '../address.ts'
import type { Words } from '../words.ts'

/** What a list of the queue is called. */
export function listName(list: ListName, words: Words): string {
  switch (list) {
    case 'mentioned':
      return words.talk.mentioned
    case 'team':
    case 'overdue':
    case 'unanswered':
      return words.handing[list]
    default:
      return words[list]
  }
}
