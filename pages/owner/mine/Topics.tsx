import { useState } from 'preact/hooks'
import { dayName } from '../../shared/time.ts'
import type { Subscription } from '../model/ownerApi.ts'
import { useWords } from '../words.ts'
import { useMineWords } from './words.ts'

interface TopicsProps {
  topics: Subscription[]
  onStop(topic: string): Promise<void>
}

/** What the owner is told the changes of; each ends by a tap. */
export function Topics({ topics, onStop }: TopicsProps) {
  const { language } = useWords()
  const words = useMineWords()
  const [ended, setEnded] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const left = topics.filter(({ topic }) => !ended.includes(topic))
  const stop = async ({ topic, title }: Subscription) => {
    try {
      await onStop(topic)
      setEnded((before) => [...before, topic])
      setSaid(words.stopped(title[language]))
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
              <b>{one.title[language]}</b>{' '}
              <span class="soft">{words.since(dayName(new Date(one.createdAt), new Date(), language))}</span>
            </p>
            <button
              type="button"
              class="button-outline"
              aria-label={words.stopNamed(one.title[language])}
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
