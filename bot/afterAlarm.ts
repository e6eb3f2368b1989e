import type { Conversation, EmergencyIntent, Turn } from './types.ts'

/** So long after an instruction what an owner writes is taken to be about it. */
const ABOUT_IT_MS = 30 * 60 * 1000
const WHAT_NOW =
  /(?:怎么|怎麼|咋|该干|該幹|做什么|做什麼)(?:办|辦|做|整|弄|啥)?|what (?:now|next|(?:do|should|can) (?:i|we) do)/i

/** The emergency that the owner was told what to do in, a little while ago. */
export function alarmBefore({ memory }: Conversation, now: Date): EmergencyIntent | undefined {
  const { alarm } = memory
  return alarm && now.getTime() - Date.parse(alarm.at) <= ABOUT_IT_MS ? alarm.intent : undefined
}

/** “现在怎么办”: the instruction again. */
export const asksWhatNow = ({ text, choice }: Turn): boolean => !choice && text.length <= 40 && WHAT_NOW.test(text)
