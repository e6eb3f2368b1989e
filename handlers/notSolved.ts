import { type Outcome, reopensAt, type Turn } from '../bot/types.ts'
import { type HandlerKit, voiceOf } from './context.ts'

/** Characters up to which the words are about what was ended; English words are longer. */
const SHORT = { zh: 18, en: 60 }

/** Said of a matter that staff had in hand, wherever it stands in a short message. */
const NOT_SOLVED =
  /(?:没有?|沒有?|未|不算)(?:给我?|給我?|真的?|彻底|完全)*(?:解决|解決|处理好|處理好|弄好|办好|辦好|搞好|搞定)|(?:not|n't|never) (?:been |really |fully )?(?:solved|resolved|sorted|settled)|\bunsolved\b|\bunresolved\b/i
/** These may be about anything, so that they have to be all that is said. */
const ALONE =
  /^(?:怎么|怎麼|现在|現在|今天|刚才|剛才|它|这个|這個|根本|可是|但是?|还是|還是|还|還|都|[\s,，])*(?:(?:还|還)(?:是)?(?:没|沒)有?好|(?:没|沒)好|又(?:坏|壞|不行|这样|這樣|犯|出(?:问题|問題)|漏|堵|停|不亮|不热|不熱)(?:了|啦|呢)?)[。.！!了啊呀啦呢\s]*$|^(?:it'?s? )?(?:still not (?:ok|fine|done|working|good)|(?:broke|broken|happened|happening) again|not fixed)[.!\s]*$/i
const SOLVED_OR_NOT = /解[决決](?:了)?(?:没|沒)|[吗嗎][?？]?\s*$/

/**
 * “没解决” after staff have ended it, “又坏了” within a week of it: a person again, with priority and with what was
 * ended named, instead of starting from nothing. A work order that fits comes before.
 */
export async function notSolved(kit: HandlerKit, turn: Turn): Promise<Outcome | undefined> {
  if (turn.choice || turn.conversation.stage !== 'bot' || !saysNotSolved(turn.text)) return undefined
  const last = await kit.records.lastTicket(turn.conversation.id)
  if (!last?.resolvedAt || !reopensAt(last.resolvedAt, kit.clock.now())) return undefined
  const { summary, resolvedAt, team } = last
  return {
    action: 'handoff',
    // What it is about is what came before.
    intent: 'human.request',
    replies: [{ text: voiceOf(kit, turn).say('not_solved'), action: 'handoff' }],
    handoff: { reason: 'asked', priority: 'high', team, continues: { summary, resolvedAt } },
  }
}

function saysNotSolved(text: string): boolean {
  const said = text.trim().replace(/’/g, "'")
  if (said.length > (/\p{Script=Han}/u.test(said) ? SHORT.zh : SHORT.en) || SOLVED_OR_NOT.test(said)) return false
  return NOT_SOLVED.test(said) || ALONE.test(said)
}
