import type { Catalogue, Outcome, Turn } from './types.ts'

/** Where the words come from, as the clerk reads it. */
export const DRAFTED = '机器人拟的答复'

/**
 * Where the compound lets the bot answer only some topics, or none yet, what it would have said becomes a suggestion
 * for a clerk, and nothing of it is done. An emergency never comes here; whoever asks for a person gets the usual words.
 */
export function withheld(turn: Turn, outcome: Outcome, catalogue: Catalogue): Outcome {
  const { community, stage } = turn.conversation
  if (outcome.action === 'relay' || outcome.action === 'emergency' || outcome.handoff?.reason === 'asked')
    return outcome
  if (catalogue.answersItself(outcome.intent, community)) return outcome
  const said = outcome.replies.map(({ text }) => text).filter((text) => !text.includes('{number}'))
  const team = outcome.intent ? catalogue.team(outcome.intent) : 'service'
  const { intent, evidence, notPromised } = outcome
  return {
    // The owner is told once that a person has it; after that only the clerk's list of drafts grows.
    action: stage === 'waiting' ? 'relay' : 'handoff',
    replies: [],
    handoff: outcome.handoff ?? { reason: 'human_intent', priority: 'normal', team },
    drafts: said.length ? [{ text: said.join('\n'), source: DRAFTED }] : [],
    ...(intent === undefined ? {} : { intent }),
    ...(evidence ? { evidence } : {}),
    ...(notPromised === undefined ? {} : { notPromised }),
  }
}
