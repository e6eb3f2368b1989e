import type { Outcome, Turn } from './types.ts'

/** Angry messages in a row after which a person takes over. */
const PATIENCE = 2

const HOTLINE = '12345'
/** Ways that are open to every owner; a threat of harm or of a blockade is none. */
const MEANS =
  /(?<![\da-z])123[14]5(?!\d)|热线|熱線|媒体|媒體|记者|記者|曝光|电视|電視|抖音|微博|小红书|小紅書|律师|律師|法院|起[诉訴]|告(?:你|他|物业|物業)|信访|信訪|上访|住建|投[诉訴]|举报|舉報|\b(?:hotline|media|press|reporter|journalist|news(?:paper)?|lawyer|attorney|solicitor|sue|court|legal|mayor|report you|tiktok|douyin|weibo)/i

type Say = (key: string) => string

/** True when this message is angry by itself. */
export const isAngry = (turn: Turn): boolean => turn.tone.mood === 'angry' || turn.tone.mood === 'abusive'

/**
 * What anger changes: the first time in a conversation one sentence before the facts; at a threat, or the second time
 * in a row, a person with priority. The facts of the answer never change with it.
 */
export function withAnger(turn: Turn, outcome: Outcome, say: Say): Outcome {
  if (outcome.action === 'emergency' || outcome.action === 'relay') return outcome
  const inARow = isAngry(turn) ? turn.conversation.memory.angry + 1 : 0
  // What goes to people has its own first words.
  const soothes = inARow === 1 && !turn.conversation.memory.soothed && outcome.handoff?.reason !== 'human_intent'
  if (!turn.tone.threat && inARow < PATIENCE) return soothes ? acknowledged(outcome, say('angry_first')) : outcome
  return {
    ...outcome,
    ...withRight(turn, outcome, say),
    // What staff ended and is not solved stays named, whoever takes it.
    handoff: {
      reason: 'anger',
      priority: 'high',
      team: 'manager',
      ...(outcome.handoff?.continues && { continues: outcome.handoff.continues }),
    },
  }
}

/**
 * Publicity, law and hotlines are no threats to be met: once, the number itself is given. Who speaks of blocking the gate
 * is told once which ways help, before the question that is open and after an answer.
 */
function withRight(turn: Turn, outcome: Outcome, say: Say): Pick<Outcome, 'replies' | 'remember'> {
  const { replies, remember } = outcome
  if (turn.tone.blockade && !turn.conversation.memory.toldWays) {
    const reply = { text: say('lawful_ways'), action: 'answer' as const }
    const all = outcome.form ? [reply, ...replies] : [...replies, reply]
    return { replies: all, remember: { ...remember, toldWays: true, toldRight: true } }
  }
  const told = turn.conversation.memory.toldRight || replies.some(({ text }) => text.includes(HOTLINE))
  if (!turn.tone.threat || !MEANS.test(turn.text) || told) return { replies, ...(remember && { remember }) }
  const reply = { text: say('your_right'), action: 'answer' as const }
  return { replies: [...replies, reply], remember: { ...remember, toldRight: true } }
}

function acknowledged(outcome: Outcome, words: string): Outcome {
  const [first, ...rest] = outcome.replies
  if (!first || outcome.action === 'smalltalk') return outcome
  return {
    ...outcome,
    replies: [{ ...first, text: `${words}\n${first.text}` }, ...rest],
    remember: { ...outcome.remember, soothed: true },
  }
}
