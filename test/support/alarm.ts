import { readFileSync } from 'node:fs'
import { type Alarm, alarmIn, type Heard } from '../../bot/alarm.ts'
import { type Classifier, EMERGENCY_INTENTS } from '../../bot/types.ts'
import { wishesIn } from '../../bot/wishes.ts'
import { findEmergency, hintsIn, plainWords } from '../../intents/emergency/index.ts'

export interface Labelled {
  text: string
  intent: string
}

export const isEmergency = (intent: string): boolean => (EMERGENCY_INTENTS as readonly string[]).includes(intent)

export function labelled(file: string): Labelled[] {
  const lines = readFileSync(new URL(`../messages/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line))
}

/** The alarm that rules and model together raise over a message, as a turn does. */
export function alarmOver(text: string, classifier: Classifier): Alarm | undefined {
  const heard = [text, ...wishesIn(text)].map((part, place): Heard => {
    const rule = findEmergency(part)
    const words = plainWords(part)
    return {
      ...(rule ? { rule } : {}),
      model: classifier.classify(part),
      hints: hintsIn(part),
      ...(words ? { plain: classifier.classify(words) } : {}),
      part: place > 0,
    }
  })
  return alarmIn(heard, isEmergency)
}
