import type { Store } from '../../bot/ports.ts'
import { aTurn, find, says } from '../store/fixtures.ts'

/** Said on a platform that is not switched on here, so that it can never arrive; the conversation. */
export async function saidIntoTheVoid(store: Store, text: string): Promise<string> {
  const { id } = await store.conversations.create({
    community: 'demo',
    locale: 'zh',
    channel: 'wechat',
    tokenHash: '-',
  })
  const seq = await says(store, id, '在吗')
  await store.conversations.commitTurn(aTurn(await find(store, id), seq, { replies: [{ text }] }))
  return id
}
