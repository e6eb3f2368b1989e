import { useState } from 'preact/hooks'
import { dayName } from '../../shared/time.ts'
import type { Subscription } from '../model/actsApi.ts'
import { useWords } from '../words.ts'
import { useMineWords } from './words.ts'

interface TopicsProps {
  topics: Subscription[]
  onStop(topic: string): Promise<void>
}

/** What the owner is told the changes of; each ends by a tap. */
export function Topics({ topics, onStop }: TopicsProps) {
  const { language } = useWords()
  // What the record holds in two languages.
  const recordLanguage = language === 'en' ? 'en' : 'zh'
  const words = useMineWords()
  const [ended, setEnded] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const left = topics.filter(({ topic }) => !ended.includes(topic))
  const stop = async ({ topic, title }: Subscription) => {
    try {
      await onStop(topic)
      setEnded((before) => [...before, topic])
      setSaid(words.stopped(title[recordLanguage]))
    } catch {
      setSaid(words.notDone)
    }
  }
  return (
    <div class="mine-part">
      <h2>{words.topics}</h2>
      {left.length === 0 && !said && <p class="soft">{words.noTopics}</p>}
      <ul>
        {left.map((one) => (
          <li key={one.topic} class="mine-entry mine-topic">
            <p>
              <b>{one.title[recordLanguage]}</b>{' '}
              <span class="soft">{words.since(dayName(new Date(one.createdAt), new Date(), language))}</span>
            </p>
            <button
              type="button"
              class="button-outline"
              aria-label={words.stopNamed(one.title[recordLanguage])}
              onClick={() => void stop(one)}
            >
              {words.stop}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </div>
  )
}
