import type { Outcome, Turn } from '../bot/types.ts'

/** Asked for, so never refused; what is said about the queue is added when the ticket is opened. */
export function handToPerson(_turn: Turn): Outcome {
  return {
    action: 'handoff',
    intent: 'human.request',
    replies: [],
    handoff: { reason: 'asked', priority: 'normal', team: 'service' },
  }
}
