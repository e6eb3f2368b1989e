import type { Classification, Classifier } from '../../bot/types.ts'
import { scripted } from '../support/classifier.ts'
import { type Owner, openQiao, type TestQiao } from '../support/qiao.ts'

/** A classifier that is sure of these sentences and lost with any other. */
export const sureOf = (intents: Record<string, string>): Classifier =>
  scripted(
    Object.fromEntries(
      Object.entries(intents).map(([text, intent]) => [text, { intent } as Classification & { intent: string }]),
    ),
  )

/** An owner at a bot that is sure of these sentences. */
export async function ownerWith(
  intents: Record<string, string>,
  locale?: 'zh' | 'en' | 'zh-TW',
): Promise<{ qiao: TestQiao; owner: Owner }> {
  const qiao = await openQiao({ classifier: sureOf(intents) })
  return { qiao, owner: await qiao.owner(locale) }
}

/** Says them one after the other. */
export async function says(owner: Owner, ...texts: string[]): Promise<void> {
  for (const text of texts) await owner.says(text)
}

/** The work orders of this owner's conversation, newest first. */
export const ordersOf = (qiao: TestQiao, owner: Owner) => qiao.store.workOrders.ofConversation(owner.id)

/** Of all that the bot said, how often these words. */
export async function timesSaid(owner: Owner, words: RegExp): Promise<number> {
  const seen = await owner.sees()
  return seen.filter((message) => message.from === 'bot' && words.test(message.text)).length
}
