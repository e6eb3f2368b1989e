import type { Incident } from '../../../bot/types.ts'
import { placeOf } from '../places.ts'
import { useReading } from '../surroundings.ts'

/** 5栋停水 */
export function useIncidentTitle({ building, topic }: Incident): string {
  const { words, language } = useReading()
  const where = placeOf(building ? { building } : {}, words.everywhere, language)
  const what = words.rooms.incidents.topics[topic] ?? topic
  return language === 'zh' ? where + what : `${where}, ${what}`
}
